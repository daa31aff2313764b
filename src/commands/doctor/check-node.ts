import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf } from './finding';
import type { Finding } from './finding';

/** The same number of folders up from the source as from what is built of it. */
const PACKAGE_JSON = join(__dirname, '../../../package.json');

const { ok, fail } = findingsOf('Node');

/**
 * Holds the version of Node against package.json.
 * @param version such as `20.19.1`.
 */
export function checkNode(version: string): Finding {
  const { engines } = JSON.parse(readFileSync(PACKAGE_JSON, 'utf8')) as { readonly engines: { readonly node: string } };
  const [needed, running] = [numbersOf(engines.node), numbersOf(version)];
  if (isAtLeast(running, needed)) return ok(version);
  return fail(`${version} is too old`, `install Node ${needed.join('.')} or newer, then run npm ci again`);
}

function numbersOf(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

function isAtLeast(running: readonly number[], needed: readonly number[]): boolean {
  const different = needed.findIndex((part, index) => part !== (running[index] ?? 0));
  return different < 0 || (running[different] ?? 0) > (needed[different] ?? 0);
}
