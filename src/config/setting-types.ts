import { z } from 'zod';
import { isId } from './ids';

/**
 * The variables that are set; one that is empty or blank is not. The space around a value goes: the newline that ends a
 * secret's file would make a token that nobody can send.
 */
export function givenSettings(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** A whole number within bounds; `fallback` where the setting is not set. */
export function integer(fallback: number, min: number, max: number) {
  const expected = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .pipe(z.number().min(min, expected).max(max, expected))
    .default(fallback);
}

/** A CRM id: becomes part of an address or a file name, so its alphabet is checked. */
export const idSetting = z
  .string()
  .refine(isId, 'must be a GHL id: letters, digits, "_" and "-", at most 64')
  .optional();

/** `true` or `false`, off unless set. */
export const toggle = z
  .enum(['true', 'false'], 'must be "true" or "false"')
  .default('false')
  .transform((value) => value === 'true');

/** Secrets separated by commas, so that an old and a new one can both be valid while rotating. */
export const secretList = z
  .string()
  .transform((value) => value.split(',').map((secret) => secret.trim()))
  .refine((secrets) => secrets.every((secret) => secret.length > 0), 'has an empty entry: remove the extra comma')
  .default([]);

/** An address that a bearer token may be sent to: https, or plain http on this machine only. */
export const apiBaseUrl = z.string().refine(isSafeBaseUrl, 'must be an https:// address (http:// only on loopback)');

/** An address in the operator's own network. */
export const httpUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http(s):// address');

function isSafeBaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}
