import { judgeCompliance } from './compliance';
import type { LeadText } from './lead-text';

const SECOND_MS = 1_000;
const NOW_MS = Date.parse('2026-11-23T16:00:00.000Z');

let texts = 0;

/** A text received so many seconds ago, answered or dropped after so many seconds, or waiting. */
function text(receivedAgo: number, answeredAfter: number | null, more: Partial<LeadText> = {}): LeadText {
  const receivedAtMs = NOW_MS - receivedAgo * SECOND_MS;
  return {
    eventId: `e${(texts += 1)}`,
    contactId: 'c1',
    locationId: 'l1',
    receivedAtMs,
    addedAtMs: null,
    answeredAtMs: answeredAfter === null ? null : receivedAtMs + answeredAfter * SECOND_MS,
    droppedAtMs: null,
    ...more,
  };
}

const judge = (...given: readonly LeadText[]) => judgeCompliance(given, NOW_MS);

describe('observability: the five-minute rule', () => {
  it('says nothing of nothing', () => {
    expect(judge()).toEqual({
      rate: null,
      inTime: 0,
      violations: 0,
      warnings: 0,
      medianMs: null,
      p95Ms: null,
      waiting: { count: 0, late: 0, oldestMs: 0 },
      worst: [],
    });
  });

  it.each([
    [239.999, { inTime: 1, warnings: 0, violations: 0 }],
    [240, { inTime: 1, warnings: 1, violations: 0 }],
    [299.999, { inTime: 1, warnings: 1, violations: 0 }],
    [300, { inTime: 0, warnings: 0, violations: 1 }],
    [86_000, { inTime: 0, warnings: 0, violations: 1 }],
  ])('an answer after %d s', (seconds, expected) => {
    expect(judge(text(86_300, seconds))).toMatchObject(expected);
  });

  it.each([
    [239.999, { rate: null, warnings: 0, violations: 0, waiting: { count: 1, late: 0, oldestMs: 239_999 } }],
    [240, { rate: null, warnings: 1, violations: 0, waiting: { count: 1, late: 0, oldestMs: 240_000 } }],
    [300, { rate: 0, warnings: 0, violations: 1, waiting: { count: 1, late: 1, oldestMs: 300_000 } }],
  ])('no answer for %d s', (seconds, expected) => {
    expect(judge(text(seconds, null))).toMatchObject(expected);
  });

  it('a text that is no longer due counts if the rule was broken before', () => {
    const droppedAtMs = NOW_MS - 100 * SECOND_MS;
    expect(judge(text(500, null, { droppedAtMs }))).toMatchObject({ rate: 0, violations: 1, waiting: { count: 0 } });
  });

  it.each([
    ['answered in time a day ago', text(86_400 + 10, 10), { rate: null, inTime: 0 }],
    ['answered in time less than a day ago', text(86_400 + 9, 10), { rate: 1, inTime: 1 }],
    ['late since a day ago', text(86_400 + 300, 400), { rate: null, violations: 0 }],
    ['late since less than a day', text(86_400 + 299, 400), { rate: 0, violations: 1 }],
  ])('of a text %s', (_title, given, expected) => {
    expect(judge(given)).toMatchObject(expected);
  });

  it('shares and ranks what is settled', () => {
    const answered = Array.from({ length: 19 }, (_, index) => text(1_000, index + 1));
    const { rate, medianMs, p95Ms } = judge(...answered, text(1_000, 600), text(10, null));
    expect({ rate, medianMs, p95Ms }).toEqual({ rate: 0.95, medianMs: 10_000, p95Ms: 19_000 });
  });

  it('ranks the answered alone, in whatever order they came, and takes them for waiting no more', () => {
    const { medianMs, p95Ms, waiting } = judge(
      ...[text(1_000, 30), text(1_000, 200), text(1_000, 20)],
      text(400, null),
    );
    expect({ medianMs, p95Ms, waiting }).toEqual({
      medianMs: 30_000,
      p95Ms: 200_000,
      waiting: { count: 1, late: 1, oldestMs: 400_000 },
    });
  });

  it('lists the ten longest waits, the longest first, and none that was short', () => {
    const late = Array.from({ length: 12 }, (_, index) => text(5_000, 300 + index));
    const waiting = text(400, null);
    const listed = judge(text(1_000, 239), ...late, waiting).worst;
    expect(listed).toHaveLength(10);
    expect(listed[0]).toBe(waiting);
    expect(listed.slice(1)).toEqual(late.toReversed().slice(0, 9));
  });

  it('takes an answer that seems to come before its text for an immediate one', () => {
    expect(judge(text(10, -5))).toMatchObject({ rate: 1, medianMs: 0 });
  });
});
