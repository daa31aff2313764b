import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { SettingsError } from './settings';

/**
 * The real environment, and what `.env` adds to it: one reader for the service and for all commands, so that none sees a
 * setting that another does not. What is in the environment already stays as it is.
 * @param path and `env`: others than the process's own, for tests.
 * @throws {SettingsError} when there is a `.env` that cannot be read.
 */
export function withDotEnv(path = '.env', env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  for (const [name, value] of Object.entries(parse(readText(path)))) env[name] ??= value;
  return env;
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new SettingsError([`.env: cannot be read (${code}); make it a file that this user may read, or remove it`]);
  }
  // Windows' own tools write UTF-16 unless told otherwise; not one setting would be found in it.
  if (bytes.includes(0)) throw new SettingsError(['.env: is not plain text; save it in the encoding UTF-8']);
  return bytes.toString();
}
