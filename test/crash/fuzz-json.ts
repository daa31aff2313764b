import type { Random } from './random';

const TYPES = [
  'InboundMessage',
  'OutboundMessage',
  'ContactUpdate',
  'ContactTagUpdate',
  'ContactDndUpdate',
  'ContactDelete',
  'AppointmentCreate',
  'message.received',
  'contact.updated',
  'conversation.new',
  '__proto__',
  'toString',
  'NoSuchType',
];
const FIELDS = [
  'type',
  'contactId',
  'contact_id',
  'locationId',
  'location',
  'webhookId',
  'messageId',
  'message',
  'body',
  'messageType',
  'direction',
  'timestamp',
  'tags',
  'contact',
  'customData',
  'dnd',
  'dndSettings',
  'userId',
  'source',
  'firstName',
  'fullName',
  'Bot Type',
  '__proto__',
  'constructor',
];
const NASTY_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'null',
  '${7*7}{{7*7}}',
  "'; DROP TABLE leads; --",
  '1e400',
  '9'.repeat(400),
  '$'.repeat(3_000),
  'a '.repeat(2_000),
  'one hundred million thousand billion '.repeat(60),
  '\u202e\u0001\ufeffשלום 👩‍👩‍👧‍👦',
  '-'.repeat(65),
  'é'.repeat(64),
];
const NASTY_NUMBERS = [0, -1, -0, 1e308, 2 ** 53, 1_700_000_000, 4e12, -1e15, 0.1];
/** Few, so that what is taken in stays bounded and most of it comes twice. */
const EVENT_IDS = 2_000;
const CONTACTS = 200;

/** A webhook that makes sense, under ids that come again and again. */
export function plausiblePayload(random: Random, locationId: string): Record<string, unknown> {
  return {
    type: random.pick(TYPES),
    locationId,
    contactId: `fuzz${random.between(1, CONTACTS)}`,
    webhookId: `fuzz-${random.between(1, EVENT_IDS)}`,
    messageType: 'SMS',
    body: random.pick(['I want to sell', 'budget 400k', 'yes', ...NASTY_TEXTS]),
    ...(random.chance(0.3) && { timestamp: new Date(Date.now() - random.between(-400_000, 6_000_000)).toISOString() }),
  };
}

/** The same with some of its fields replaced by anything, left out, or added. */
export function distortedPayload(random: Random, locationId: string): Record<string, unknown> {
  const fields = new Map(Object.entries(plausiblePayload(random, locationId)));
  for (let count = random.between(1, 4); count > 0; count--) {
    const name = random.pick(FIELDS);
    if (random.chance(0.3)) fields.delete(name);
    else fields.set(name, anyJson(random, 3));
  }
  return Object.fromEntries(fields);
}

/** Any JSON value, nested at most `depth` deep. */
export function anyJson(random: Random, depth: number): unknown {
  const kind = random.between(0, depth > 0 ? 6 : 4);
  if (kind === 0) return null;
  if (kind === 1) return random.chance(0.5);
  if (kind === 2) return random.pick(NASTY_NUMBERS);
  if (kind <= 4) return random.pick(NASTY_TEXTS);
  const values = Array.from({ length: random.between(0, 4) }, () => anyJson(random, depth - 1));
  return kind === 5 ? values : Object.fromEntries(values.map((value) => [random.pick(FIELDS), value]));
}

/** JSON text that nests `levels` deep inside one field of a webhook. */
export function deepJson(random: Random, levels: number): string {
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ]);
  const field = random.pick(FIELDS);
  return `{"${field}":${open.repeat(levels)}1${close.repeat(levels)},"type":"InboundMessage"}`;
}
