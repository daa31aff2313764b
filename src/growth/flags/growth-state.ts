import type { Settings } from '../../config';
import { FEATURES } from '../feature';
import type { Feature } from '../feature';
import { toSourceSlug } from '../source-slug';

/** What can be changed while the service runs, by the names of `PATCH /growth/flags`. */
export interface GrowthState {
  readonly flags: Readonly<Record<Feature, boolean>>;
  readonly canary: {
    readonly enabled: boolean;
    /** A slug; `null`: contacts of every source. */
    readonly source: string | null;
    /** Of the contacts, 0 to 100. */
    readonly percentage: number;
  };
  readonly writeback_toggles: { readonly lead_source: boolean; readonly conversion_feedback: boolean };
}

/** Something that can be changed, with its path: `canary.source`. */
export type FlagName =
  Feature | `canary.${keyof GrowthState['canary']}` | `writeback_toggles.${keyof GrowthState['writeback_toggles']}`;
export type FlagValue = boolean | number | string | null;
/** What goes before the settings. */
export type Overrides = Readonly<Partial<Record<FlagName, FlagValue>>>;

/** As the settings have it. */
export function stateOfSettings({ flags, canary, writeback }: Settings['growth']): GrowthState {
  return {
    flags: {
      lead_source_attribution: flags.leadSourceAttribution,
      adaptive_followup_timing: flags.adaptiveFollowupTiming,
      ab_response_style_testing: flags.abResponseStyleTesting,
      sla_handoff_thresholds: flags.slaHandoffThresholds,
    },
    canary: { enabled: canary.isEnabled, source: toSourceSlug(canary.source), percentage: canary.percentage },
    writeback_toggles: { lead_source: writeback.leadSource, conversion_feedback: writeback.conversionFeedback },
  };
}

/** Every value by its path. */
export function valuesOf({ flags, canary, writeback_toggles: writeback }: GrowthState): Record<FlagName, FlagValue> {
  return {
    ...flags,
    'canary.enabled': canary.enabled,
    'canary.source': canary.source,
    'canary.percentage': canary.percentage,
    'writeback_toggles.lead_source': writeback.lead_source,
    'writeback_toggles.conversion_feedback': writeback.conversion_feedback,
  };
}

/** The state with what has been overridden. */
export function withOverrides(state: GrowthState, overrides: Overrides): GrowthState {
  const values = { ...valuesOf(state), ...overrides };
  return {
    flags: Object.fromEntries(FEATURES.map((feature) => [feature, values[feature] === true])) as GrowthState['flags'],
    canary: {
      enabled: values['canary.enabled'] === true,
      source: toSourceSlug(String(values['canary.source'] ?? '')),
      percentage: Number(values['canary.percentage']),
    },
    writeback_toggles: {
      lead_source: values['writeback_toggles.lead_source'] === true,
      conversion_feedback: values['writeback_toggles.conversion_feedback'] === true,
    },
  };
}
