import type { ContextUpdate } from './context-update';
import { newConversation } from './conversation';
import type { Conversation } from './conversation';
import { applyEntry, applyInOrder } from './update-entry';
import type { UpdateEntry } from './update-entry';

const BEGUN = '2026-11-23T16:00:00.000Z';
const LATER = '2026-11-23T17:00:00.000Z';
const who = { contactId: 'contact1', locationId: 'loc1' };
const EMPTY = newConversation('contact1', 'loc1', BEGUN);

type Change = Omit<ContextUpdate, 'contactId' | 'locationId'>;

function entry(revision: number, change: Change, at = LATER): UpdateEntry {
  return { revision, at, update: { ...who, ...change } };
}

/** The conversation after these, one after the other. */
function after(...changes: readonly Change[]): Conversation {
  return changes.reduce((before, change) => applyEntry(before, entry(before.revision + 1, change)), EMPTY);
}

describe('context: an update', () => {
  it('replaces what it names, leaves the rest, and counts', () => {
    const before = { ...EMPTY, leadScore: 40, optedOut: true };
    expect(applyEntry(before, entry(5, { leadScore: 70 }))).toEqual({
      ...before,
      leadScore: 70,
      revision: 5,
      lastUpdated: LATER,
    });
  });

  it.each<[string, Change, object | null]>([
    ['of a text and its reply', { userMessage: 'hi', aiResponse: 'yes' }, { userMessage: 'hi', aiResponse: 'yes' }],
    ['of a text without a reply', { userMessage: 'hi' }, { userMessage: 'hi', aiResponse: '' }],
    ['of a first word', { aiResponse: 'hello' }, { userMessage: '', aiResponse: 'hello' }],
    ['of an empty text', { userMessage: '' }, { userMessage: '', aiResponse: '' }],
    ['of nothing said', { leadScore: 70 }, null],
  ])('adds a turn only where something was said: %s', (_title, change, said) => {
    const turn = { timestamp: LATER, extractedData: {}, eventId: null, sent: null, isJoined: false };
    expect(after(change).history).toMatchObject(said ? [{ ...turn, ...said }] : []);
    expect(after(change).history).toHaveLength(said ? 1 : 0);
  });

  it('keeps with the turn what the text said and what became of it', () => {
    const turn = { timestamp: BEGUN, eventId: 'e1', reason: 'asks', sent: true };
    const { history, facts } = after({ userMessage: 'plano', extractedData: { areas: ['Plano'] }, turn });
    expect(history).toMatchObject([{ ...turn, userMessage: 'plano', extractedData: { areas: ['Plano'] } }]);
    expect(facts.areas).toEqual(['Plano']);
  });

  it.each<[string, Change['turn'], readonly (string | null)[]]>([
    ['of its event', { eventId: 'e1', replyId: 'm1' }, ['m1', null, null]],
    ['of its event that came last', { eventId: 'e2', replyId: 'm1' }, [null, null, 'm1']],
    ['at the end where it names none', { replyId: 'm1' }, [null, null, 'm1']],
    ['not at all where its event has none', { eventId: 'e3', replyId: 'm1' }, [null, null, null]],
  ])('completes the turn %s', (_title, turn, replyIds) => {
    const said = [
      { userMessage: 'one', turn: { eventId: 'e1' } },
      { userMessage: 'two', turn: { eventId: 'e2' } },
      { userMessage: 'two again', turn: { eventId: 'e2' } },
    ];
    expect(after(...said, { ...(turn && { turn }) }).history.map(({ replyId }) => replyId)).toEqual(replyIds);
    expect(after(...said).history).toHaveLength(3);
  });

  it('does not bring a booking back that the CRM has reported as off, whichever came first', () => {
    const startsAt = '2026-11-24T16:00:00.000Z';
    const appointments = [{ id: 'a1', startsAt, status: 'cancelled', changedAt: LATER }] as const;
    const botState = { ...EMPTY.botState, bookedSlot: startsAt };
    expect(after({ appointments }, { botState }).botState.bookedSlot).toBeNull();
    expect(after({ botState, appointments }).botState.bookedSlot).toBeNull();
    expect(after({ botState }).botState.bookedSlot).toBe(startsAt);
  });
});

describe('context: updates out of the journal', () => {
  const [one, two, three] = [1, 2, 3].map((revision) =>
    entry(revision, { userMessage: `text ${revision}` }, `2026-11-23T17:00:0${revision}.000Z`),
  ) as [UpdateEntry, UpdateEntry, UpdateEntry];
  const texts = (conversation: Conversation | null) => conversation?.history.map(({ userMessage }) => userMessage);

  it('make a conversation that begins with the first of them', () => {
    const made = applyInOrder(null, [one, two, three]);
    expect(made).toMatchObject({ ...who, createdAt: one.at, lastUpdated: three.at, revision: 3 });
    expect(texts(made)).toEqual(['text 1', 'text 2', 'text 3']);
  });

  it('are applied once each, however often they stand there', () => {
    const made = applyInOrder(null, [one, one, two, one, two, three, three]);
    expect(texts(made)).toEqual(['text 1', 'text 2', 'text 3']);
    expect(applyInOrder(made, [two, three])).toBe(made);
  });

  it('go on from what the file has', () => {
    expect(texts(applyInOrder(applyInOrder(null, [one, two]), [one, two, three]))).toEqual([
      'text 1',
      'text 2',
      'text 3',
    ]);
  });

  it('make what is left of a conversation whose beginning is gone', () => {
    expect(applyInOrder(null, [three])).toMatchObject({ revision: 3, history: [{ userMessage: 'text 3' }] });
    expect(applyInOrder(null, [])).toBeNull();
  });
});
