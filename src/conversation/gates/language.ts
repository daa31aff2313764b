/** Words that no English sentence has three of; the CRM's contacts write Spanish next to English. */
const SPANISH = new Set(
  (
    'que para usted los las el la una un su sus es esta este muy con por donde cuando cual como quiere quieres busca buscas casa ' +
    'zona gracias hola tiene tienes puede puedo le lo mas pero si de en y o mi tu vender comprar precio claro bien usa se'
  ).split(' '),
);
const MAX_FOREIGN_WORDS = 2;

/** True for a text that word lists in English cannot judge. "Los Angeles or Las Colinas" is English. */
export function isUnreadable(plain: string): boolean {
  const words = plain.match(/[a-z]+/g) ?? [];
  return words.filter((word) => SPANISH.has(word)).length > MAX_FOREIGN_WORDS;
}
