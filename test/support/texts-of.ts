/** The texts of a block: one between each two bars or line breaks. */
export function textsOf(block: string): readonly string[] {
  return block
    .split(/[|\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
