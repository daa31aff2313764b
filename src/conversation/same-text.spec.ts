import type { TextEvent } from './contact-event';
import { isSameReport, isSameText } from './same-text';
import type { Turn } from './state';

const WRITTEN_MS = Date.parse('2026-11-23T16:00:00.000Z');
const MINUTE_MS = 60_000;

type Source = 'list' | 'webhook' | 'workflow';

/** What tells of a text: the list by the message's id, a webhook by its own, a workflow by neither. */
const IDS: Readonly<Record<Source, (n: number) => { id: string; messageId: string | null }>> = {
  list: (n) => ({ id: `m${n}`, messageId: `m${n}` }),
  webhook: (n) => ({ id: `hook${n}`, messageId: `m${n}` }),
  workflow: (n) => ({ id: `body-${n}`, messageId: null }),
};

function turn(source: Source, n: number, userMessage = 'hello'): Turn {
  const { id: eventId, messageId } = IDS[source](n);
  return {
    timestamp: new Date(WRITTEN_MS).toISOString(),
    receivedAt: null,
    userMessage,
    aiResponse: 'hi',
    extractedData: {},
    eventId,
    messageId,
    reason: '',
    isJoined: false,
    factSources: {},
    gates: [],
    claude: null,
    scoreBreakdown: null,
    sent: true,
    replyId: null,
    repliedAt: null,
    pagedAt: null,
    crm: [],
  };
}

function event(source: Source, n: number, text = 'hello', afterMs = 0): TextEvent {
  const base = { contactId: 'c1', locationId: 'l1', requestId: 'r1', receivedAtMs: WRITTEN_MS + afterMs };
  return { kind: 'text', ...base, ...IDS[source](n), text, botType: null, firstName: null, tags: null };
}

describe('context: one text in several events', () => {
  const answeredAt = new Date(WRITTEN_MS + 24 * 60 * MINUTE_MS).toISOString();
  const lateTurn = { ...turn('workflow', 1), timestamp: answeredAt, receivedAt: new Date(WRITTEN_MS).toISOString() };

  it.each<[string, Turn, TextEvent]>([
    ['the event itself, however late', turn('workflow', 1), event('workflow', 1, 'other words', 9e9)],
    ['the list after the webhook', turn('webhook', 1), event('list', 1)],
    ['the webhook after the list', turn('list', 1), event('webhook', 1)],
    ['the webhook after the list, with the words written otherwise', turn('list', 1), event('webhook', 1, 'Hello')],
    ['the list after the workflow', turn('workflow', 1), event('list', 2)],
    ['the workflow after the list', turn('list', 2), event('workflow', 1)],
    ['the list 75 minutes after the workflow', turn('workflow', 1), event('list', 2, 'hello', 75 * MINUTE_MS)],
    ['the list 75 minutes before the workflow', turn('workflow', 1), event('list', 2, 'hello', -75 * MINUTE_MS)],
    ['the list after the workflow, whose text was answered a day later', lateTurn, event('list', 2)],
  ])('is one: %s', (_title, before, reported) => {
    expect(isSameText(before, reported)).toBe(true);
  });

  it.each<[string, Turn, TextEvent]>([
    ['two messages of the same words', turn('webhook', 1), event('webhook', 2)],
    ['two messages of the same words in the list', turn('list', 1), event('list', 2)],
    ['two workflow webhooks of the same words', turn('workflow', 1), event('workflow', 2)],
    ['a workflow after a webhook', turn('webhook', 1), event('workflow', 2)],
    ['a webhook after a workflow', turn('workflow', 1), event('webhook', 2)],
    ['other words in the list', turn('workflow', 1), event('list', 2, 'hello again')],
    ['the same words in the list later', turn('workflow', 1), event('list', 2, 'hello', 75 * MINUTE_MS + 1)],
    ['the same words in the list earlier', turn('workflow', 1), event('list', 2, 'hello', -75 * MINUTE_MS - 1)],
    ['the list a day later, when the text was answered', lateTurn, event('list', 2, 'hello', 24 * 60 * MINUTE_MS)],
    ['a turn by hand', { ...turn('workflow', 1), eventId: null }, event('webhook', 1)],
  ])('is not one: %s', (_title, before, reported) => {
    expect(isSameText(before, reported)).toBe(false);
  });

  it('tells of two events, before either is dealt with, whether they report one text', () => {
    expect(isSameReport(event('webhook', 1), event('list', 1))).toBe(true);
    expect(isSameReport(event('workflow', 1), event('list', 2, 'hello', MINUTE_MS))).toBe(true);
    expect(isSameReport(event('webhook', 1), event('webhook', 2))).toBe(false);
  });
});
