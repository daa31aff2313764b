import type { TextEvent } from '../contact-event';
import { applyInOrder } from '../state/update-entry';
import type { Turn } from '../state';
import { answerOf } from './answer-of';

const REPLIED_AT = '2026-11-23T16:00:10.000Z';
const ANSWERED = { kind: 'answered', atMs: Date.parse(REPLIED_AT) };
const SENT = { sent: true, repliedAt: REPLIED_AT } as const;
const UNSENT = { sent: false } as const;
const SILENT = { sent: null } as const;
const JOINED = { sent: null, isJoined: true } as const;

function event(id: string, messageId: string | null = null): TextEvent {
  const ids = { id, contactId: 'c1', locationId: 'l1', requestId: 'r1', messageId };
  return { kind: 'text', ...ids, receivedAtMs: 0, text: `text ${id}`, botType: null, firstName: null, tags: null };
}

/** Turns of the events e1, e2, …, in order. */
function historyOf(...outcomes: readonly Partial<Turn>[]): readonly Turn[] {
  const entries = outcomes.map((turn, index) => {
    const ids = { contactId: 'c1', locationId: 'l1', userMessage: `text e${index + 1}` };
    const update = { ...ids, turn: { eventId: `e${index + 1}`, ...turn } };
    return { revision: index + 1, at: '2026-11-23T16:00:00.000Z', update };
  });
  return applyInOrder(null, entries)?.history ?? [];
}

describe('observability: what has become of a text', () => {
  it.each([
    ['it has no turn yet', [], { kind: 'pending' }],
    ['its reply was accepted', [SENT], ANSWERED],
    ['its reply waits', [UNSENT], { kind: 'pending' }],
    ['the bot was rightly silent', [SILENT], { kind: 'not_due' }],
    ['the bot was silent, and answered the next text', [SILENT, SENT], { kind: 'not_due' }],
    ['it was joined to a text that has no turn yet', [JOINED], { kind: 'pending' }],
    ['it was joined to a text that was answered', [JOINED, SENT], ANSWERED],
    ['it was joined to one that was joined to an answered one', [JOINED, JOINED, SENT], ANSWERED],
    ['it was joined to a text whose reply waits', [JOINED, UNSENT, SENT], { kind: 'pending' }],
    ['it was joined to a text that needs no answer', [JOINED, SILENT, SENT], { kind: 'not_due' }],
  ])('%s', (_title, outcomes, expected) => {
    expect(answerOf(historyOf(...outcomes), event('e1'))).toEqual(expected);
  });

  it('another event that reports a text that was dealt with is no text of its own', () => {
    const history = historyOf({ ...SENT, messageId: 'm1' });
    expect(answerOf(history, event('other', 'm1'))).toEqual({ kind: 'not_due' });
  });
});
