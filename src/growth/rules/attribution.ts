import { toSourceSlug } from '../source-slug';

/** What the CRM knows of where a contact comes from, as it has it; `null` where it knows nothing. */
export interface ContactSources {
  /** The contact's own `source`. */
  readonly source: string | null;
  /** The custom field `lead_source`. */
  readonly leadSource: string | null;
  /** The custom field `utm_source`. */
  readonly utmSource: string | null;
  /** `attributionSource`: the first visit. */
  readonly firstAttribution: string | null;
  /** `lastAttributionSource`: the latest visit. */
  readonly lastAttribution: string | null;
}

export const NO_SOURCES: ContactSources = {
  source: null,
  leadSource: null,
  utmSource: null,
  firstAttribution: null,
  lastAttribution: null,
};

/** `single_touch`: the lead has been seen from one source only. */
export type AttributionModel = 'single_touch' | 'first_touch';

/** Where a lead comes from; all sources are slugs. */
export interface Attribution {
  readonly firstTouch: string;
  readonly lastTouch: string;
  /** The one that counts. */
  readonly source: string;
  readonly model: AttributionModel;
}

/**
 * Credits the first touch: it is what brought the lead, and the one thing about it that does not change. For the first
 * touch an attribution that the CRM has measured goes before what a form or a person has filled in; for the last touch
 * too. What was seen first before is kept, whatever the CRM says now.
 * @param known from earlier.
 * @returns `null` when nobody knows.
 */
export function attribute(sources: ContactSources | null, known: Attribution | null): Attribution | null {
  const filledIn = [sources?.leadSource, sources?.source, sources?.utmSource];
  const first = known?.firstTouch ?? firstSlug([sources?.firstAttribution, ...filledIn]);
  if (first === null) return null;
  const lastTouch = firstSlug([sources?.lastAttribution, sources?.utmSource, ...filledIn]) ?? known?.lastTouch ?? first;
  const model = lastTouch === first ? 'single_touch' : 'first_touch';
  return { firstTouch: first, lastTouch, source: first, model };
}

function firstSlug(values: readonly (string | null | undefined)[]): string | null {
  return values.map(toSourceSlug).find((slug) => slug !== null) ?? null;
}
