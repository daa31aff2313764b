/** One GSM-7 message holds 160 characters; a longer text is cut into segments of 153, of which three are the limit. */
export const SEGMENT_CHARACTERS = 160;
export const MAX_SMS_CHARACTERS = 3 * 153;

/** Characters outside GSM-7 that have a plain counterpart. One of them would halve the room (UCS-2: 70 characters). */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['`', "'"],
  ['\u00b4', "'"],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u2022', '-'],
  ['\u2026', '...'],
  ['\u00a0', ' '],
  ['\t', ' '],
  ['[', '('],
  [']', ')'],
  ['{', '('],
  ['}', ')'],
  ['|', '/'],
  ['\\', '/'],
  ['\u2044', '/'],
  ['\u00bd', ' 1/2'],
  ['\u00bc', ' 1/4'],
  ['\u00be', ' 3/4'],
  ['\u20ac', 'EUR '],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ı', 'i'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
]);

/** The GSM 03.38 basic set without its escape character; the two-septet extension set is left out on purpose. */
const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM = new Set(GSM_BASIC);

/** Losing one of these changes what a text says; losing an emoji does not. */
const MEANS_SOMETHING = /[\p{L}\p{N}\p{Sc}]/u;

/** A text as it fits into an SMS. */
export interface SmsText {
  readonly text: string;
  /** `false`: it had to be cut, or letters outside GSM-7 were left out. */
  readonly isWhole: boolean;
}

/**
 * The text as an SMS of at most three GSM-7 segments: plain characters where there are any, the rest left out; cut at
 * the end of a sentence, or of a word where the sentence is too long for that.
 */
export function toSmsText(text: string): SmsText {
  const characters = Array.from(text.normalize('NFC'));
  const plain = tidy(characters.map(toGsm).join(''));
  const isLossy = characters.some((character) => MEANS_SOMETHING.test(character) && toGsm(character) === '');
  const fits = plain.length <= MAX_SMS_CHARACTERS;
  return { text: fits ? plain : cut(plain), isWhole: fits && !isLossy };
}

/** Blanks that were beside a character that is gone. */
function tidy(text: string): string {
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[,.!?](?: |$))/g, '')
    .trim();
}

function cut(text: string): string {
  const sentences = /^[\s\S]*[.!?](?=\s)/.exec(text.slice(0, MAX_SMS_CHARACTERS + 1))?.[0] ?? '';
  if (sentences.length > MAX_SMS_CHARACTERS / 2) return sentences;
  const room = text.slice(0, MAX_SMS_CHARACTERS - 3);
  return `${room.slice(0, Math.max(room.lastIndexOf(' '), 1))}...`;
}

function toGsm(character: string): string {
  if (GSM.has(character)) return character;
  const plain = PLAIN.get(character) ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return Array.from(plain).every((part) => GSM.has(part)) ? plain : '';
}
