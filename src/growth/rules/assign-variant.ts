import { createHash } from 'node:crypto';

const BUCKETS = 100n;
/** Buckets below are variant A. */
const FIRST_BUCKET_OF_B = 50;

export type Variant = 'A' | 'B';

/**
 * Which response style a contact gets, always the same for the same contact and source: SHA-256 of
 * `contact_id:lead_source` as a number, mod 100; below 50 A, else B.
 * @param leadSource as a slug; empty when nobody knows.
 */
export function assignVariant(
  contactId: string,
  leadSource: string,
): { readonly variant: Variant; readonly bucket: number } {
  const hash = createHash('sha256').update(`${contactId}:${leadSource}`).digest('hex');
  const bucket = Number(BigInt(`0x${hash}`) % BUCKETS);
  return { variant: bucket < FIRST_BUCKET_OF_B ? 'A' : 'B', bucket };
}
