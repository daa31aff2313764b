type Kind = 'link' | 'phone' | 'percent' | 'money' | 'clock' | 'date' | 'day' | 'number';

/** A number, day or link that a text states, in one spelling: `money 600000`, `clock 10:30am`, `day tuesday`. */
export interface Statement {
  readonly kind: Kind;
  readonly value: string;
}

const AMOUNT = String.raw`(?<!\d)(?<!\d[.,])(\d[\d,]*(?:\.\d+)?)`;
const THOUSANDS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mm: 1e6,
  mil: 1e6,
  million: 1e6,
};
const SCALE = '(k|thousand|grand|mm|million|mil|m)';
const UNIT = '(?:days?|weeks?|months?|years?|hours?|minutes?|beds?|bedrooms?|baths?|bathrooms?|cars?|acres?|homes?|of)';

/** @param groups of the match; one that took no part is empty. */
type ValueOf = (...groups: string[]) => string;

/** How each kind is written in a plain text. The first that matches takes its characters. */
const FORMS: readonly (readonly [kind: Kind, form: RegExp, valueOf: ValueOf])[] = [
  [
    'link',
    /(?:https?:\/\/|www\.)([^\s,;]+)|(?<![\w.])((?:[\w-]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|io|co|us|info|biz|ly|me|app|ai|homes|realtor|realty|properties|link|page|site|online)\b)/g,
    (web, bare) => (web + bare).replace(/^www\./, '').replace(/[/?#].*|[.!]+$/, ''),
  ],
  ['phone', /(?<!\d)(?:\+?1[ .-]?)?(\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4})(?!\d)/g, (digits) => digits.replace(/\D/g, '')],
  [
    'percent',
    new RegExp(String.raw`${AMOUNT} ?(?:%|(?:percent|pct|basis points|bps|points?)\b)`, 'g'),
    (amount) => plainAmount(amount),
  ],
  [
    'money',
    new RegExp(
      String.raw`\$ ?${AMOUNT} ?${SCALE}?(?![a-z])|${AMOUNT} ?${SCALE}(?![a-z])|${AMOUNT} ?(?:dollars|bucks|usd)\b`,
      'g',
    ),
    moneyValue,
  ],
  [
    'clock',
    /(?<![\d.,])(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b\.?|(?<![\d.,])(\d{1,2}):(\d{2})/g,
    (hour, minute, half, hour24, minute24) =>
      `${Number(hour || hour24)}:${minute || minute24 || '00'}${half && `${half}m`}`,
  ],
  [
    'clock',
    new RegExp(
      String.raw`\b(?:at|around|by|before|after|until|till|from) (1[0-2]|[1-9])(?![\d/%-]|[.,]\d| ?${UNIT}\b)`,
      'g',
    ),
    (hour) => `${Number(hour)}:00`,
  ],
  ['date', /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?![\d/])/g, (month, day) => `${Number(month)}/${Number(day)}`],
  [
    'day',
    /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|noon|midnight|(?:this|next|the) weekend|january|february|march|april|june|july|august|september|october|november|december)s?\b/g,
    (day) => day,
  ],
  ['number', new RegExp(AMOUNT, 'g'), (amount) => plainAmount(amount)],
];

/** Everything of that kind in a plain text (`toPlainText`). */
export function statementsIn(plain: string): readonly Statement[] {
  const found: Statement[] = [];
  FORMS.reduce(
    (rest, [kind, form, valueOf]) =>
      rest.replace(form, (_match: string, ...groups: readonly unknown[]) => {
        found.push({ kind, value: valueOf(...groups.map((group) => (typeof group === 'string' ? group : ''))) });
        return ' # ';
      }),
    plain,
  );
  return found;
}

/**
 * The other ways to say what is known: "$400,000" is "400" between two prices, "10:30" is also "10:30 AM" where nobody
 * said which half of the day.
 */
export function sameStatements({ kind, value }: Statement): readonly Statement[] {
  const own = { kind, value };
  switch (kind) {
    case 'money':
      return [own, { kind: 'number', value }, { kind: 'number', value: plainAmount(String(Number(value) / 1_000)) }];
    case 'number':
      return Number(value) >= 1_000 ? [own, ...sameStatements({ kind: 'money', value })] : [own];
    case 'clock': {
      const clock = value.replace(/[ap]m$/, '');
      const halves = clock === value ? ['', 'am', 'pm'] : ['', value.slice(clock.length)];
      return halves.map((half) => ({ kind, value: `${clock}${half}` }));
    }
    default:
      return [own];
  }
}

function plainAmount(amount: string): string {
  return String(Number(amount.replaceAll(',', '')));
}

function moneyValue(signed: string, signedScale: string, scaled: string, scale: string, named: string): string {
  const amount = Number((signed || scaled || named).replaceAll(',', ''));
  return String(Math.round(amount * (THOUSANDS[signedScale || scale] ?? 1)));
}
