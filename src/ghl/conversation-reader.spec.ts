import { answer } from '../../test/support/fake-ghl-server';
import { startGhlClient } from '../../test/support/start-ghl-client';
import type { GhlTestBed } from '../../test/support/start-ghl-client';
import { ConversationReader } from './conversation-reader';
import type { GhlHttp } from './ghl-http';

let bed: GhlTestBed;
beforeEach(async () => {
  bed = await startGhlClient();
});
afterEach(() => bed.stop());

it.each([false, true])('lists messages newest first, without activities (one level deeper: %s)', async (isNested) => {
  bed.crm.isNested = isNested;
  const at = (hour: string) => `2026-03-10T${hour}:00:00.000Z`;
  bed.crm.messages.push(
    { id: 'm2', body: 'two', direction: 'outbound', dateAdded: at('11'), source: 'app' },
    { id: 'm1', body: 'one', direction: 'inbound', dateAdded: at('10') },
    { id: 'a1', body: 'Appointment booked', dateAdded: at('12') },
  );
  const messages = await bed.client.getMessages('contact_1');
  expect(messages && messages.map(({ id, direction }) => [id, direction])).toEqual([
    ['m2', 'outbound'],
    ['m1', 'inbound'],
  ]);
});

it('does not take the conversation of somebody else for the contact', async () => {
  bed.crm.messages.push({ id: 'm1', body: 'x', direction: 'inbound', dateAdded: new Date().toISOString() });
  expect(await bed.client.getMessages('contact_2')).toEqual([]);
});

describe('a page of messages', () => {
  const at = (hour: number) => `2026-03-10T${String(hour)}:00:00.000Z`;
  const sent = (id: string, hour: number) => ({ id, direction: 'inbound', body: id, dateAdded: at(hour) });
  const tell = (nextPage: boolean, ...messages: readonly object[]) => answer(200, { messages, nextPage });

  it('is cut to what was asked for, over all conversations, twenty unless told otherwise', async () => {
    const conversations = [{ id: 'one', contactId: 'contact_1' }, { id: 'two' }];
    bed.crm.always('searchConversations', answer(200, { conversations }));
    bed.crm.next('getMessages', tell(true, sent('m1', 10)), tell(false, sent('m2', 11)));
    const messages = await bed.client.getMessages('contact_1', 1);
    expect(messages && messages.map(({ id }) => id)).toEqual(['m2']);
    await bed.client.getMessages('contact_1');
    const limits = bed.crm.requests
      .filter(({ operation }) => operation === 'getMessages')
      .map(({ query }) => query.limit);
    expect(limits).toEqual(['1', '1', '20', '20']);
  });

  it.each([
    ['the oldest of a page with more before it', true, Date.parse(at(10))],
    ['ever when there is nothing before it', false, -Infinity],
  ])('is complete since %s', async (_title, nextPage, since) => {
    const messages = [sent('m2', 11), sent('m1', 10)];
    const answers = { searchConversations: { conversations: [{ id: 'one' }] }, getMessages: { messages, nextPage } };
    const http = {
      locationId: 'location_1',
      call: ({ operation }: { readonly operation: keyof typeof answers }) =>
        Promise.resolve({ ok: true, value: answers[operation] }),
    };
    const page = await new ConversationReader(http as unknown as GhlHttp).read('contact_1', 20);
    expect(page).toMatchObject({ completeSinceMs: since, messages: [{ id: 'm2' }, { id: 'm1' }] });
  });
});
