const MAX_CHARACTERS = 40;

/**
 * A lead source as it is compared, counted and stored: "Facebook Ads " and "facebook-ads" are one.
 * @returns `null` when nothing is left.
 */
export function toSourceSlug(text: string | null | undefined): string | null {
  const slug = (text ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, MAX_CHARACTERS)
    .replace(/_+$/, '');
  return slug === '' ? null : slug;
}
