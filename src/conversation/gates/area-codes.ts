import { toE164 } from '../../ghl';
import { OTHER_AREA_CODES, US_AREA_CODES } from './area-code-table';
import type { AreaCodeRow } from './area-code-table';

/** Where the numbers of an area code are at home. */
export type AreaCodePlace = Pick<AreaCodeRow, 'state' | 'zones'>;

const PLACES: ReadonlyMap<string, AreaCodePlace> = new Map(
  [...US_AREA_CODES, ...OTHER_AREA_CODES].flatMap((row) => row.codes.split(' ').map((code) => [code, row] as const)),
);

/** @returns `null` for an area code that is not geographic (800, 900) or not known. */
export function placeOf(areaCode: string | null): AreaCodePlace | null {
  return areaCode === null ? null : (PLACES.get(areaCode) ?? null);
}

/**
 * The three digits after +1.
 * @param phone E.164, or as people in the United States write it.
 * @returns `null` for a number outside the North American Numbering Plan, and for what is no number.
 */
export function areaCodeOf(phone: string): string | null {
  return /^\+1(\d{3})/.exec(toE164(phone) ?? '')?.[1] ?? null;
}
