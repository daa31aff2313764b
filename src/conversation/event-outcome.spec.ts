import type { TextEvent } from './contact-event';
import type { CrmActionOutcome } from './crm';
import { turnOutcome } from './event-outcome';
import type { Turn } from './state';

const RECEIVED_MS = Date.parse('2026-11-23T16:00:00.000Z');
const HOUR_MS = 3_600_000;
const PAGED_AT = '2026-11-23T16:04:00.000Z';

const EVENT: TextEvent = {
  kind: 'text',
  id: 'e1',
  contactId: 'c1',
  locationId: 'l1',
  receivedAtMs: RECEIVED_MS,
  requestId: 'r1',
  text: 'hello',
  messageId: null,
  botType: null,
  firstName: null,
  tags: null,
};

function turn(change: Partial<Turn>): Turn {
  return {
    timestamp: '2026-11-23T16:00:01.000Z',
    receivedAt: null,
    userMessage: 'hello',
    aiResponse: 'hi',
    extractedData: {},
    eventId: 'e1',
    messageId: null,
    reason: '',
    isJoined: false,
    factSources: {},
    gates: [],
    claude: null,
    scoreBreakdown: null,
    sent: true,
    replyId: 'm1',
    repliedAt: null,
    pagedAt: null,
    crm: [],
    ...change,
  };
}

const unsent = (change: Partial<Turn> = {}) => turn({ sent: false, replyId: null, ...change });
const OK: CrmActionOutcome = { type: 'add_tags', tags: ['cold-lead'], ok: true };
const REFUSED: CrmActionOutcome = { ...OK, ok: false, failure: 'refused' };
const UNAVAILABLE: CrmActionOutcome = { ...OK, ok: false, failure: 'unavailable' };

describe('context: what becomes of an event', () => {
  it.each<[string, Turn, readonly CrmActionOutcome[]]>([
    ['its reply is sent and the CRM knows all', turn({}), [OK]],
    ['there was nothing to say', turn({ aiResponse: '', sent: null, replyId: null }), []],
    ['the CRM refuses a change for good', turn({}), [OK, REFUSED]],
    ['its reply was dropped, and nobody was called for it', unsent(), [OK]],
    [
      'another event reported the same text, and its reply was refused',
      unsent({ eventId: 'e0', pagedAt: PAGED_AT }),
      [],
    ],
  ])('is done when %s', (_title, answered, crm) => {
    expect(turnOutcome(EVENT, { turn: answered, crm }, false)).toEqual({ kind: 'done' });
  });

  it('is parked when its reply was refused and a person was called', () => {
    expect(turnOutcome(EVENT, { turn: unsent({ pagedAt: PAGED_AT }), crm: [UNAVAILABLE] }, false)).toEqual({
      kind: 'failed',
      reason: 'the CRM refused the reply',
    });
  });

  it.each([
    ['is to be looked at again when a person has to be called', null, RECEIVED_MS + 240_000],
    ['has nothing due once a person was called', PAGED_AT, null],
  ])('waits a day for its reply to be taken, and %s', (_title, pagedAt, wakeAtMs) => {
    expect(turnOutcome(EVENT, { turn: unsent({ pagedAt }), crm: [UNAVAILABLE] }, true)).toEqual({
      kind: 'waiting',
      reason: 'the CRM does not take the reply',
      wakeAtMs,
      patienceMs: 24 * HOUR_MS,
      otherwise: 'failed',
    });
  });

  it('waits two hours for the CRM to take the rest, and is then done all the same', () => {
    expect(turnOutcome(EVENT, { turn: turn({}), crm: [OK, UNAVAILABLE] }, false)).toEqual({
      kind: 'waiting',
      reason: 'the CRM does not take all changes',
      wakeAtMs: null,
      patienceMs: 2 * HOUR_MS,
      otherwise: 'done',
    });
  });
});
