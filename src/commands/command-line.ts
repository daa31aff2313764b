import { parseArgs } from 'node:util';

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
  try {
    return { ...defaults, ...parseArgs({ args: [...args], options }).values };
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

/** @throws {UsageError} when it is not a whole number from 1. */
export function toCount(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} must be a whole number from 1`);
  return Number(text);
}
