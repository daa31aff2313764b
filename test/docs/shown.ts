/** What differs from run to run: the times that are offered and booked, instants, and folders made for the run. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/can talk .*?\. Which one works/, 'can talk <times>. Which one works'],
  [/booked for .*?\. Jorge will/, 'booked for <time>. Jorge will'],
  [/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g, '<instant>'],
  [/\S*\/jorge-demo-[^/]+/, '<folder>'],
];

/** @returns the lines of what a document shows that were not printed; `…` stands for lines left out. */
export function missingFrom(printed: string, shown: readonly string[]): readonly string[] {
  const lines = new Set(printed.split('\n').map(steady));
  return shown.filter((line) => line.trim() !== '…' && line !== '' && !lines.has(steady(line)));
}

function steady(line: string): string {
  return VARYING.reduce((text, [pattern, name]) => text.replace(pattern, name), line);
}
