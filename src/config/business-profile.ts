import { readFileSync } from 'node:fs';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { followUpSchema } from './follow-up-profile';
import { SettingsError } from './settings';
import { styleOverlaySchema } from './style-overlay';
import { leadWordings, sellerWordings, wordings } from './wordings';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:00"');
const usd = z.number().int().nonnegative();

const profileSchema = z.strictObject({
  agent: z.string().min(1),
  team: z.string().min(1),
  market: z.string().min(1),
  timeZone: z.string().refine((name) => IANAZone.isValidZone(name), 'must be an IANA zone such as "America/Chicago"'),
  serviceAreas: z.array(z.strictObject({ name: z.string().min(1), aliases: z.array(z.string().min(1)) })).min(1),
  priceRangeUsd: z.strictObject({ min: usd, max: usd }).refine(({ min, max }) => min < max, 'min must be below max'),
  commissionRate: z.number().min(0).max(1),
  businessHours: z
    .strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1), start: clockTime, end: clockTime })
    .refine(({ start, end }) => start < end, 'start must be before end'),
  thresholds: z
    .strictObject({ hot: z.number().min(0).max(100), warm: z.number().min(0).max(100) })
    .refine(({ hot, warm }) => warm <= hot, 'warm must not be above hot'),
  pauseTags: z.array(z.string().min(1)),
  /** Texts of the bots to one contact in 24 hours; then a person is called. */
  dailyMessageCap: z.number().int().min(1).max(100),
  followUp: followUpSchema.optional(),
  styleB: styleOverlaySchema.optional(),
  wording: z.strictObject({
    introduction: wordings,
    acknowledgement: wordings,
    intent: wordings,
    lead: leadWordings,
    seller: sellerWordings,
    booking: z.strictObject({
      offer: wordings,
      offerAgain: wordings,
      booked: wordings,
      callSoon: wordings,
      callLater: wordings,
      inGoodHands: wordings,
    }),
    human: wordings,
    call: wordings,
    upset: wordings,
    appointmentChange: wordings,
    safe: wordings,
    goodbye: wordings,
    answers: z.strictObject({
      bot: wordings,
      who: wordings,
      purpose: wordings,
      process: wordings,
      why: wordings,
      listings: wordings,
      homeValue: wordings,
      fees: wordings,
      neighborhood: wordings,
      advice: wordings,
      other: wordings,
      welcome: wordings,
    }),
    wrongNumber: wordings,
    optedOut: wordings,
    optedIn: wordings,
    help: wordings,
  }),
});

/** Everything market-specific: the agent, the market, the thresholds and every sentence the bots can say. */
export type BusinessProfile = z.infer<typeof profileSchema>;

/**
 * Reads and checks the business profile.
 * @param path of the JSON file, relative to the working directory.
 * @throws {SettingsError} naming `BUSINESS_PROFILE` and every field that is wrong.
 */
export function loadBusinessProfile(path: string): BusinessProfile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new SettingsError([`BUSINESS_PROFILE: cannot read ${path} as JSON (${errorCode(cause)})`]);
  }
  const parsed = profileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map(
      (issue) => `BUSINESS_PROFILE: ${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
    ),
  );
}

function errorCode(error: unknown): string {
  if (error instanceof SyntaxError) return 'not valid JSON';
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
}
