/** The tags with one of them there or not. */
export function withTag(tags: readonly string[], tag: string, isThere: boolean): readonly string[] {
  const others = tags.filter((other) => other !== tag);
  return isThere ? [...others, tag] : others;
}
