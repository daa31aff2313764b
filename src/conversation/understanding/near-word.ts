/** True when the words are equal or one slip apart: a letter missing, doubled, wrong, or two swapped. */
export function isNearWord(written: string, meant: string): boolean {
  if (written === meant) return true;
  if (Math.abs(written.length - meant.length) > 1) return false;
  const start = firstDifference(written, meant);
  const rest = written.slice(start);
  const meantRest = meant.slice(start);
  return (
    rest.slice(1) === meantRest.slice(1) ||
    rest.slice(1) === meantRest ||
    rest === meantRest.slice(1) ||
    isSwapped(rest, meantRest)
  );
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

function isSwapped(a: string, b: string): boolean {
  return a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
