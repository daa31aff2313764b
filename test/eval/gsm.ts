/** The GSM 03.38 default alphabet, and its extension whose characters take two septets. */
const DEFAULT = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENSION = new Set('\f^{}\\[~]|€');

/** How many septets a text takes as an SMS; `null` when one of its characters would force UCS-2. */
export function countSeptets(text: string): number | null {
  const characters = Array.from(text);
  if (!characters.every((character) => DEFAULT.has(character) || EXTENSION.has(character))) return null;
  return characters.length + characters.filter((character) => EXTENSION.has(character)).length;
}
