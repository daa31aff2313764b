import { z } from 'zod';
import { wordings } from './wordings';

const shape = z.strictObject({
  /** After a question that stayed without an answer. */
  firstAfterHours: z.number().positive().max(72),
  /** Days from each follow-up to the next. */
  thenAfterDays: z.array(z.number().positive().max(30)).max(5),
  /** After those, and for contacts of whom nothing is asked. */
  longTermEveryDays: z.number().min(7).max(365),
  /** Follow-ups without a text of the contact in between. */
  maxAttempts: z.number().int().min(0).max(10),
  reminderHoursBefore: z.array(z.number().positive().max(168)).max(5),
  wording: z.strictObject({
    lead: wordings,
    seller: z.strictObject({ warm: wordings, cold: wordings }),
    longTerm: z.strictObject({ lead: wordings, seller: wordings }),
    /** Names the appointment as `{slot}`. */
    appointmentReminder: wordings,
    noShow: wordings,
  }),
});
type FollowUpShape = z.infer<typeof shape>;

/** When the bots speak first, and what they say; without it they only answer. */
export const followUpSchema = shape.superRefine((followUp, context) => {
  for (const [path, needed, given] of tracksOf(followUp)) {
    if (given.length >= needed && new Set(given).size === given.length) continue;
    context.addIssue({
      code: 'custom',
      path: ['wording', ...path],
      message: `needs ${needed} wordings or more, all different`,
    });
  }
});
export type FollowUpProfile = z.infer<typeof followUpSchema>;

/** How many follow-ups in a row take their words from a list: none is to be heard twice. */
function tracksOf({ thenAfterDays, maxAttempts, wording }: FollowUpShape) {
  const { lead, seller, longTerm } = wording;
  const soon = Math.min(thenAfterDays.length + 1, maxAttempts);
  return [
    [['lead'], soon, lead],
    [['seller', 'warm'], soon, seller.warm],
    [['seller', 'cold'], soon, seller.cold],
    [['longTerm', 'lead'], maxAttempts, longTerm.lead],
    [['longTerm', 'seller'], maxAttempts, longTerm.seller],
  ] as const;
}
