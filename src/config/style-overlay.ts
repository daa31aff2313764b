import { z } from 'zod';
import type { BusinessProfile } from './business-profile';
import { leadWordings, sellerWordings, wordings } from './wordings';

/**
 * A second style of talking, for the growth experiment that compares two. It words the same steps anew: whatever the law
 * is about, what is owed, promised or answered has no place in it, so that two styles never differ in substance.
 */
export const styleOverlaySchema = z.strictObject({
  /** For Claude, beside the words of the step. */
  instruction: z.string().min(1).max(300),
  wording: z.strictObject({
    acknowledgement: wordings.optional(),
    intent: wordings.optional(),
    lead: leadWordings.partial().optional(),
    seller: sellerWordings.partial().optional(),
    booking: z.strictObject({ offer: wordings, offerAgain: wordings }).partial().optional(),
    goodbye: wordings.optional(),
  }),
});
type Overlay = Readonly<z.infer<typeof styleOverlaySchema>>;

/** Worked out once for each profile: much is remembered by the profile it belongs to. */
const styled = new WeakMap<BusinessProfile, BusinessProfile>();

/** The profile as it talks in a style: A is the profile itself, B has the wordings of its `styleB` where there are some. */
export function styledProfile(profile: BusinessProfile, variant: 'A' | 'B'): BusinessProfile {
  if (variant === 'A' || profile.styleB === undefined) return profile;
  const known = styled.get(profile) ?? overlaid(profile, profile.styleB.wording);
  styled.set(profile, known);
  return known;
}

function overlaid(profile: BusinessProfile, overlay: Overlay['wording']): BusinessProfile {
  const { wording } = profile;
  return {
    ...profile,
    wording: {
      ...wording,
      acknowledgement: overlay.acknowledgement ?? wording.acknowledgement,
      intent: overlay.intent ?? wording.intent,
      goodbye: overlay.goodbye ?? wording.goodbye,
      lead: { ...wording.lead, ...given(overlay.lead) },
      seller: { ...wording.seller, ...given(overlay.seller) },
      booking: { ...wording.booking, ...given(overlay.booking) },
    },
  };
}

function given<Wordings extends object>(overlay: Wordings | undefined): Required<Wordings> {
  const entries = Object.entries(overlay ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Required<Wordings>;
}
