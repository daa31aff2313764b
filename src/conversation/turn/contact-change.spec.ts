import type { TextEvent } from '../contact-event';
import { UNREAD_CONTACT } from '../state/conversation';
import type { ContactSnapshot } from '../state';
import { withTold } from './contact-change';

const TOLD_MS = Date.parse('2026-11-23T16:00:00.000Z');
const iso = (ms: number) => new Date(ms).toISOString();
const KNOWN: ContactSnapshot = { ...UNREAD_CONTACT, firstName: 'Ann', tags: ['vip'], tagsToldAt: iso(TOLD_MS) };

function text(change: Partial<TextEvent>): TextEvent {
  const ids = { id: 'e1', contactId: 'c1', locationId: 'l1', requestId: 'r1', messageId: null };
  const said = { text: 'hi', botType: null, firstName: null, tags: null };
  return { kind: 'text', ...ids, ...said, receivedAtMs: TOLD_MS + 1, ...change };
}

describe('bots: what the webhook of a text tells of the contact', () => {
  it.each([
    ['newer tags', KNOWN, { tags: ['web'] }, { tags: ['web'], tagsToldAt: iso(TOLD_MS + 1) }],
    ['the first tags', UNREAD_CONTACT, { tags: ['web'] }, { tags: ['web'], tagsToldAt: iso(TOLD_MS + 1) }],
    ['a name where none is known', UNREAD_CONTACT, { firstName: 'Bea' }, { firstName: 'Bea' }],
    [
      'a name, but not old tags',
      { ...KNOWN, firstName: null },
      { firstName: 'Bea', tags: ['web'], receivedAtMs: 0 },
      { firstName: 'Bea' },
    ],
  ])('is taken over: %s', (_title, known, told, expected) => {
    expect(withTold(known, text(told))).toEqual({ ...known, ...expected });
  });

  it.each([
    ['nothing', {}],
    ['the tags that are known, in another case', { tags: ['VIP'] }],
    ['tags of the moment in which newer ones were told', { tags: ['web'], receivedAtMs: TOLD_MS }],
    ['tags of before', { tags: [], receivedAtMs: TOLD_MS - 1 }],
    ['another name', { firstName: 'Bea' }],
  ])('is not taken over: %s', (_title, told) => {
    expect(withTold(KNOWN, text(told))).toBe(KNOWN);
  });
});
