import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** The command line is not one that the command understands; the message says why. */
export class UsageError extends Error {}

/**
 * Reads options that all take a text.
 * @param defaults every option, and what it is when it is not given.
 * @throws {UsageError}
 */
export function readTexts<Name extends string>(
  args: readonly string[],
  defaults: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' as const }]));
  return { ...defaults, ...parseOptions(args, options) };
}

/**
 * Reads options that are given or not, such as `--once`.
 * @throws {UsageError}
 */
export function readFlags<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Readonly<Record<Name, boolean>> {
  const given = parseOptions(args, Object.fromEntries(names.map((name) => [name, { type: 'boolean' as const }])));
  return Object.fromEntries(names.map((name) => [name, given[name] === true])) as Record<Name, boolean>;
}

/** @throws {UsageError} when it is not a whole number from 1. */
export function toCount(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} must be a whole number from 1`);
  return Number(text);
}

/**
 * Reads a command line strictly: what is not among the options is not overlooked.
 * @throws {UsageError}
 */
export function parseOptions<Options extends ParseArgsConfig['options']>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}
