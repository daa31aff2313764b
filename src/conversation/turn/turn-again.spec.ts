import { BEFORE, decided, office, TODO } from '../../../test/support/decided-turn';
import { newTurn, UNREAD_CONTACT } from '../state/conversation';
import type { Conversation } from '../state';
import { dropUpdate, inItsTurn, turnUpdate, welcomedBack, withSent, withUnsent } from './turn-record';

const AT = '2026-11-23T15:00:00.000Z';
const turn = { ...newTurn({ timestamp: AT, userMessage: 'hi', aiResponse: 'Hello' }), eventId: 'e1', reason: 'greets' };
const REPLY = { text: 'How much?', botState: BEFORE.botState, todo: [] };

describe('bots: a text that is decided again', () => {
  const update = turnUpdate(decided(), office);
  const known: Conversation = { ...BEFORE, history: [turn] };
  const { userMessage: _text, aiResponse: _reply, extractedData: _learned, ...others } = update;

  it('completes the turn that it has', () => {
    expect(inItsTurn(update, known)).toEqual({ ...others, turn: { ...update.turn, aiResponse: '' } });
    const sent = withSent(update, BEFORE, REPLY, { kind: 'sent', messageId: 'r1', atMs: 0 });
    expect(inItsTurn(sent, known).turn).toMatchObject({ aiResponse: 'How much?', sent: true });
    expect(inItsTurn(withUnsent(update, REPLY), known).turn).toMatchObject({ aiResponse: 'How much?', sent: false });
  });

  it('has a turn of its own the first time, whatever was said before', () => {
    const other = { ...BEFORE, history: [{ ...turn, eventId: 'e0' }] };
    for (const before of [BEFORE, other]) expect(inItsTurn(update, before)).toEqual(update);
  });

  it('is no business of an update that says nothing', () => {
    const page = { contactId: 'ann1', locationId: 'loc1', turn: { eventId: 'e1', pagedAt: AT } };
    expect(inItsTurn(page, known)).toEqual(page);
  });
});

describe('bots: who comes back', () => {
  const contact = { ...UNREAD_CONTACT, isSmsBlocked: true, tags: ['vip', 'opted-out'] };
  const ids = { contactId: 'ann1', locationId: 'loc1' };

  it('is neither blocked nor tagged any more, whatever the CRM has told', () => {
    const back = welcomedBack({ ...ids, optedOut: false }, { ...BEFORE, contact });
    expect(back).toEqual({ ...ids, optedOut: false, contact: { ...contact, isSmsBlocked: false, tags: ['vip'] } });
  });

  it.each([
    ['whoever stops', { ...ids, optedOut: true }, contact],
    ['whoever says anything else', ids, contact],
    ['whom the CRM has told nothing of', { ...ids, optedOut: false }, null],
  ])('is not %s', (_title, update, known) => {
    expect(welcomedBack(update, { ...BEFORE, contact: known })).toEqual(update);
  });
});

describe('bots: a reply that is dropped', () => {
  const task = { type: 'create_task', task: { title: 'Call', body: 'Ann', dueDate: AT } } as const;
  const handoffs = { 'asked for a person': '2026-11-23T15:00:00.000Z' };
  const reply = { ...REPLY, botState: { ...BEFORE.botState, handoffs }, todo: [task, TODO] };

  it('tells a person whom it would have called, and starts no workflow', () => {
    const dropped = dropUpdate(BEFORE, turn, 'opted out', { reply });
    expect(dropped.crm).toEqual({ ...BEFORE.crm, todo: [TODO, task] });
    expect(dropped.botState).toEqual({ ...BEFORE.botState, handoffs });
  });

  it.each([
    ['nobody was to be called', BEFORE, { ...REPLY, todo: [TODO] }],
    ['a newer reply has called for the same', { ...BEFORE, botState: { ...BEFORE.botState, handoffs } }, reply],
    ['nothing is known of it', BEFORE, undefined],
  ])('tells nobody where %s', (_title, known, given) => {
    expect(Object.keys(dropUpdate(known, turn, 'opted out', { reply: given }))).toEqual([
      'contactId',
      'locationId',
      'turn',
    ]);
  });
});
