import { eventually } from '../support/test-app';
import { KillableService } from '../support/killable-service';
import type { LabelledConversation } from './labels';
import type { Played, PlayedFile, PlayedTurn } from './played';

const CONTACT = 'evaluated';
const TAGS = { lead: ['buyer-intent'], seller: ['seller-intent'] } as const;
const MINUTE_MS = 60_000;

/**
 * Plays a conversation against a service of its own: the contact texts the CRM, which sends its webhook; no calendar.
 * @throws when a webhook is not accepted or a text is not done with in time.
 */
export async function playConversation({ bot, today, turns }: LabelledConversation): Promise<Played> {
  const service = new KillableService({ REPLY_DEBOUNCE_MS: '0' });
  service.turnClock(Date.parse(`${today}T16:00:00.000Z`) - service.nowMs());
  try {
    await service.start();
    service.crm.addContact({ id: CONTACT, phone: '+12145550142', tags: bot === null ? [] : TAGS[bot] });
    const played: PlayedTurn[] = [];
    for (const { text, minutes_later: minutes = 0 } of turns) {
      service.turnClock(minutes * MINUTE_MS);
      played.push(await playText(service, text));
    }
    return { turns: played, tasks: service.crm.tasks(CONTACT).length };
  } finally {
    await service.end();
  }
}

async function playText(service: KillableService, text: string): Promise<PlayedTurn> {
  const before = service.sentTo(CONTACT).length;
  const { status } = await service.crm.receiveText(CONTACT, text);
  if (status !== 200) throw new Error(`the webhook of "${text}" was answered with ${status}`);
  await eventually(async () => ((await unfinished(service)) === 0 ? true : null));
  const file = (await (await service.request('GET', `/conversations/${CONTACT}`)).json()) as PlayedFile;
  const replies = service.sentTo(CONTACT).slice(before);
  return { text, replies: replies.map(({ body }) => body), file };
}

async function unfinished(service: KillableService): Promise<number> {
  const health = (await (await service.request('GET', '/health', '')).json()) as {
    readonly services: { readonly inbox: { readonly unfinished: number } };
  };
  return health.services.inbox.unfinished;
}
