import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { toRows } from './measurements';
import type { Measurements, Row } from './measurements';

const RESULTS = resolve(__dirname, '../../bench/results');

/**
 * Prints the table and writes `bench/results/latest.json` with all that was found.
 * @returns true when every number to hold is met.
 */
export function report(found: Measurements, problems: readonly string[], seconds: number): boolean {
  const rows = toRows(found);
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version, loadavg: loadavg() };
  const taken = { at: new Date().toISOString(), seconds: Math.round(seconds) };
  mkdirSync(RESULTS, { recursive: true });
  const content = { taken, machine, rows, found, problems };
  writeFileSync(join(RESULTS, 'latest.json'), `${JSON.stringify(content, null, 2)}\n`);
  const head = `${machine.cpus} × ${machine.model}, Node ${machine.node}, load ${machine.loadavg.map((load) => load.toFixed(1)).join(' ')}`;
  const lines = [
    '',
    head,
    '',
    ...table(rows),
    '',
    ...problems,
    `${taken.seconds} s; bench/results/latest.json has it all`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return rows.every(({ isMet }) => isMet !== false);
}

function table(rows: readonly Row[]): string[] {
  const cells = [
    ['', 'value', 'ratio or note', 'to hold', ''],
    ...rows.map(({ what, value, ratio, hold, isMet }) => [what, value, ratio, hold, verdict(isMet)]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function verdict(isMet: boolean | null): string {
  if (isMet === null) return '';
  return isMet ? 'met' : 'NOT MET';
}
