import { openConversations } from '../../test/support/open-conversations';
import type { ContactChangedEvent, OpportunityChangedEvent, PersonWroteEvent } from './contact-event';
import { ContactNews } from './contact-news';
import { UNREAD_CONTACT } from './state';
import type { ContactSnapshot, Conversation } from './state';
import type { ContactReader } from './turn';

const HOUR_MS = 3_600_000;
const NOON_MS = Date.parse('2026-11-23T12:00:00.000Z');
const who = { contactId: 'ann1', locationId: 'loc1' };
const base = { ...who, id: 'e1', receivedAtMs: NOON_MS, requestId: 'r1' };
const iso = (ms: number) => new Date(ms).toISOString();

type State = Awaited<ReturnType<typeof openConversations<null>>>;
let state: State;
let news: ContactNews;
let heard: unknown[];

beforeEach(async () => {
  state = await openConversations(() => null);
  heard = [];
  const reader = { hear: (event: unknown) => void heard.push(event) } as unknown as ContactReader;
  news = new ContactNews(state.manager, reader);
});
afterEach(() => state.close());

const known = (): Promise<Conversation | null> => state.manager.find(who.contactId, who.locationId);

describe('context: a person of the team has written', () => {
  function personWrote(receivedAtMs: number, messageId: string | null = null): Promise<void> {
    const event: PersonWroteEvent = { ...base, kind: 'person_wrote', receivedAtMs, messageId };
    return news.note(event);
  }

  it('silences the bot for a day, also towards somebody it does not know', async () => {
    await personWrote(NOON_MS);
    expect(await known()).toMatchObject({ personWroteAt: iso(NOON_MS), pausedUntil: iso(NOON_MS + 24 * HOUR_MS) });
  });

  it.each([
    ['a later text of theirs counts', NOON_MS + HOUR_MS, NOON_MS + HOUR_MS],
    ['an older one that is reported late does not', NOON_MS - HOUR_MS, NOON_MS],
    ['the same one does not', NOON_MS, NOON_MS],
  ])('%s', async (_title, nextMs, countsMs) => {
    await personWrote(NOON_MS);
    await personWrote(nextMs);
    expect(await known()).toMatchObject({
      personWroteAt: iso(countsMs),
      pausedUntil: iso(countsMs + 24 * HOUR_MS),
      revision: countsMs === NOON_MS ? 1 : 2,
    });
  });

  it('is known also where the bot has stopped itself for longer', async () => {
    const pausedUntil = iso(NOON_MS + 25 * HOUR_MS);
    await state.manager.updateContext({ ...who, pausedUntil });
    await personWrote(NOON_MS);
    expect(await known()).toMatchObject({ personWroteAt: iso(NOON_MS), pausedUntil });
  });

  it('is not taken for the report of a text that the bot has sent', async () => {
    await state.manager.updateContext({ ...who, aiResponse: 'Hello', turn: { replyId: 'm1' } });
    await state.manager.updateContext({ ...who, userMessage: 'hi' });
    await personWrote(NOON_MS, 'm1');
    expect(await known()).toMatchObject({ personWroteAt: null, pausedUntil: null });
    await personWrote(NOON_MS, null);
    expect(await known()).toMatchObject({ personWroteAt: iso(NOON_MS) });
  });
});

describe('context: the contact has changed in the CRM', () => {
  const CONTACT: ContactSnapshot = {
    ...UNREAD_CONTACT,
    firstName: 'Ann',
    tags: ['vip', 'Hot-Lead'],
    status: 'customer',
    isRead: true,
    changedAt: iso(NOON_MS),
  };
  const NOTHING = { firstName: null, tags: null, isSmsBlocked: null, status: null, botTypes: [], changedAtMs: null };

  function changed(change: Partial<ContactChangedEvent>): Promise<void> {
    return news.note({ ...base, ...NOTHING, kind: 'contact_changed', ...change });
  }

  it.each<[string, Partial<ContactChangedEvent>, Partial<ContactSnapshot>]>([
    ['the name', { firstName: 'Anna' }, { firstName: 'Anna' }],
    ['a tag more', { tags: ['vip', 'hot-lead', 'new'] }, { tags: ['vip', 'hot-lead', 'new'] }],
    ['a tag less', { tags: ['vip'] }, { tags: ['vip'] }],
    ['another tag', { tags: ['vip', 'cold-lead'] }, { tags: ['vip', 'cold-lead'] }],
    ['no tags', { tags: [] }, { tags: [] }],
    ['a block', { isSmsBlocked: true }, { isSmsBlocked: true }],
    ['a status', { status: 'lost' }, { status: 'lost' }],
    ['another bot: it is asked again', { botTypes: ['seller'] }, { isRead: false }],
    ['the time with it', { status: 'lost', changedAtMs: NOON_MS + 1 }, { status: 'lost', changedAt: iso(NOON_MS + 1) }],
  ])('takes over what is new: %s', async (_title, change, expected) => {
    await state.manager.updateContext({ ...who, botType: 'lead', contact: CONTACT });
    await changed(change);
    const tagsToldAt = change.tags ? iso(NOON_MS) : null;
    expect(await known()).toMatchObject({ revision: 2, contact: { ...CONTACT, tagsToldAt, ...expected } });
    expect(heard).toMatchObject([change]);
  });

  it.each<[string, Partial<ContactChangedEvent>]>([
    ['it tells nothing', {}],
    [
      'it tells what is known',
      { firstName: 'Ann', tags: ['vip', 'Hot-Lead'], status: 'customer', isSmsBlocked: false },
    ],
    ['tags have come back in lower case', { tags: ['vip', 'hot-lead'] }],
    ['it names the bot that talks already', { botTypes: ['lead'] }],
    ['it is older than what is known', { firstName: 'Anna', changedAtMs: NOON_MS - 1 }],
  ])('changes nothing where %s', async (_title, change) => {
    await state.manager.updateContext({ ...who, botType: 'lead', contact: CONTACT });
    await changed(change);
    expect(await known()).toMatchObject({ revision: 1, contact: CONTACT });
  });

  it('asks nobody about a bot as long as none talks', async () => {
    await state.manager.updateContext({ ...who, contact: CONTACT });
    await changed({ botTypes: ['seller'] });
    expect(await known()).toMatchObject({ revision: 1 });
  });

  it('begins no conversation, and no record of a contact that has not been asked for', async () => {
    await changed({ firstName: 'Anna' });
    expect(await known()).toBeNull();
    await state.manager.updateContext({ ...who, userMessage: 'hi' });
    await changed({ firstName: 'Anna' });
    expect(await known()).toMatchObject({ revision: 1, contact: null });
  });
});

describe('context: a deal with the contact has changed', () => {
  function changed(change: Partial<OpportunityChangedEvent>): Promise<void> {
    const event = { ...base, kind: 'opportunity_changed', opportunityId: 'o1', status: 'open', changedAtMs: NOON_MS };
    return news.note({ ...event, ...change } as OpportunityChangedEvent);
  }

  beforeEach(() => state.manager.updateContext({ ...who, userMessage: 'hi' }));

  it('is kept with the time of the change, or else of the report', async () => {
    await changed({});
    expect((await known())?.opportunity).toEqual({ id: 'o1', status: 'open', changedAt: iso(NOON_MS) });
    await changed({ status: 'won', changedAtMs: null, receivedAtMs: NOON_MS + 1 });
    expect((await known())?.opportunity).toEqual({ id: 'o1', status: 'won', changedAt: iso(NOON_MS + 1) });
  });

  it.each<[string, Partial<OpportunityChangedEvent>]>([
    ['it is older', { status: 'lost', changedAtMs: NOON_MS - 1 }],
    ['it is as old', { status: 'lost', changedAtMs: NOON_MS }],
    ['it says the same', { changedAtMs: NOON_MS + 1 }],
  ])('is left alone where %s', async (_title, change) => {
    await changed({});
    await changed(change);
    expect(await known()).toMatchObject({ revision: 2, opportunity: { id: 'o1', status: 'open' } });
  });

  it('is the last that was heard of', async () => {
    await changed({});
    await changed({ opportunityId: 'o2', changedAtMs: NOON_MS + 1 });
    expect((await known())?.opportunity).toMatchObject({ id: 'o2', status: 'open' });
  });
});

describe('context: an appointment has changed', () => {
  it('is kept for a contact that is known, and for nobody else', async () => {
    const event = { ...base, kind: 'appointment_changed', appointmentId: 'a1', status: 'confirmed' } as const;
    await news.note({ ...event, startsAt: iso(NOON_MS), changedAtMs: NOON_MS });
    expect(await known()).toBeNull();
    await state.manager.updateContext({ ...who, userMessage: 'hi' });
    await news.note({ ...event, startsAt: iso(NOON_MS), changedAtMs: NOON_MS });
    expect((await known())?.appointments).toMatchObject([{ id: 'a1', status: 'confirmed' }]);
  });
});
