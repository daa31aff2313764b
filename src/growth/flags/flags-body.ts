import { z } from 'zod';
import { CodedException } from '../../http';
import { FEATURES } from '../feature';
import { toSourceSlug } from '../source-slug';
import type { FlagName, FlagValue } from './growth-state';
import type { WantedFlags } from './growth-flags';

const toggle = z.boolean('must be true, false or null').nullable().optional();

const bodySchema = z.strictObject({
  ...(Object.fromEntries(FEATURES.map((feature) => [feature, toggle])) as Record<
    (typeof FEATURES)[number],
    typeof toggle
  >),
  canary: z
    .strictObject({
      enabled: toggle,
      source: z
        .string('must be a lead source or null')
        .max(200)
        .refine((text) => text === '' || toSourceSlug(text) !== null, 'must have letters or digits, or be empty')
        // Empty stands for no source: null would let the setting count again.
        .transform((text) => toSourceSlug(text) ?? '')
        .nullable()
        .optional(),
      percentage: z.number('must be 0 to 100 or null').min(0).max(100).nullable().optional(),
    })
    .optional(),
  writeback_toggles: z.strictObject({ lead_source: toggle, conversion_feedback: toggle }).optional(),
});

/**
 * Reads the body of `PATCH /growth/flags`.
 * @throws {CodedException} 400 naming every field that is wrong or unknown.
 */
export function readFlagsBody(body: unknown): WantedFlags {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    throw new CodedException(400, 'invalid_request', problems.join('; '));
  }
  const { canary = {}, writeback_toggles: writeback = {}, ...flags } = parsed.data;
  const named: readonly (readonly [string, FlagValue | undefined])[] = [
    ...Object.entries(flags),
    ...Object.entries(canary).map(([name, value]) => [`canary.${name}`, value] as const),
    ...Object.entries(writeback).map(([name, value]) => [`writeback_toggles.${name}`, value] as const),
  ];
  const wanted = named.filter((entry): entry is readonly [FlagName, FlagValue] => entry[1] !== undefined);
  if (wanted.length > 0) return Object.fromEntries(wanted);
  throw new CodedException(400, 'invalid_request', `body: name at least one of ${FEATURES.join(', ')}, canary.…`);
}
