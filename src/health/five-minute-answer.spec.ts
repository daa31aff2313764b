import type { LeadText } from '../conversation';
import { toComplianceAnswer, toTextAnswer } from './five-minute-answer';

const NOW_MS = Date.parse('2026-11-23T16:00:00.000Z');

function text(change: Partial<LeadText> = {}): LeadText {
  const ids = { eventId: 'e1', contactId: 'ann1', locationId: 'loc1' };
  return {
    ...ids,
    receivedAtMs: NOW_MS - 400_000,
    addedAtMs: null,
    answeredAtMs: null,
    droppedAtMs: null,
    ...change,
  };
}

describe('observability: the five-minute rule as it is told', () => {
  it('has nothing to tell of nothing', () => {
    expect(toComplianceAnswer([], NOW_MS)).toEqual({
      limit_seconds: 300,
      warning_seconds: 240,
      rate: null,
      in_time_24h: 0,
      violations_24h: 0,
      warnings_24h: 0,
      median_seconds: null,
      p95_seconds: null,
      waiting: { count: 0, late: 0, oldest_seconds: 0 },
      worst: [],
    });
  });

  it('counts what was in time, late, nearly late and still waits, in seconds', () => {
    const texts = [
      text({ eventId: 'quick', answeredAtMs: NOW_MS - 398_765.4 }),
      text({ eventId: 'nearly', answeredAtMs: NOW_MS - 150_000 }),
      text({ eventId: 'waiting' }),
    ];
    const answer = toComplianceAnswer(texts, NOW_MS);
    expect(answer).toMatchObject({
      rate: 2 / 3,
      in_time_24h: 2,
      violations_24h: 1,
      warnings_24h: 1,
      median_seconds: 1.235,
      p95_seconds: 250,
      waiting: { count: 1, late: 1, oldest_seconds: 400 },
    });
    expect(answer.worst.map(({ event_id }) => event_id)).toEqual(['waiting', 'nearly']);
  });

  it('tells all of a text, with its wait by both clocks', () => {
    const answered = text({ addedAtMs: NOW_MS - 402_000, answeredAtMs: NOW_MS - 390_000 });
    expect(toTextAnswer(answered, NOW_MS)).toEqual({
      contact_id: 'ann1',
      location_id: 'loc1',
      event_id: 'e1',
      status: 'answered',
      late: false,
      received_at: '2026-11-23T15:53:20.000Z',
      answered_at: '2026-11-23T15:53:30.000Z',
      waited_seconds: 10,
      ghl_date_added: '2026-11-23T15:53:18.000Z',
      waited_since_date_added_seconds: 12,
    });
  });

  it.each([
    ['waiting', {}, 400],
    ['dropped', { droppedAtMs: NOW_MS - 50_000 }, 350],
  ])('tells of one that is %s', (status, change, waited) => {
    expect(toTextAnswer(text(change), NOW_MS)).toMatchObject({
      status,
      late: true,
      answered_at: null,
      waited_seconds: waited,
      ghl_date_added: null,
      waited_since_date_added_seconds: null,
    });
  });
});
