/** One GSM-7 message holds 160 characters; a longer text is cut into segments of 153, of which three are the limit. */
const MAX_CHARACTERS = 3 * 153;

/** Characters outside GSM-7 that have a plain counterpart. One of them would halve the room (UCS-2: 70 characters). */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2026', '...'],
  ['\u00a0', ' '],
  ['\t', ' '],
]);

/** The GSM 03.38 basic set without its escape character; the two-septet extension set is left out on purpose. */
const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM = new Set(GSM_BASIC);

/** The text as an SMS of at most three GSM-7 segments: plain characters where there are any, the rest left out. */
export function toSmsText(text: string): string {
  const plain = Array.from(text, toGsm).join('').replaceAll(/ {2,}/g, ' ').trim();
  if (plain.length <= MAX_CHARACTERS) return plain;
  const cut = plain.slice(0, MAX_CHARACTERS - 3);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}...`;
}

function toGsm(character: string): string {
  if (GSM.has(character)) return character;
  const plain = PLAIN.get(character) ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return Array.from(plain).every((part) => GSM.has(part)) ? plain : '';
}
