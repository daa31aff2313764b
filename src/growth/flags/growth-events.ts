import { Injectable } from '@nestjs/common';
import { Registry } from '../../telemetry';
import type { Feature } from '../feature';
import type { FeatureEvent } from './feature-events';

/** More lead sources than that are counted as one: the values of a label must stay few. */
const MAX_SOURCES = 50;

/** Counts what the experiments do, by feature and event. */
@Injectable()
export class GrowthEvents {
  private readonly sources = new Set<string>();

  constructor(private readonly registry: Registry) {}

  /** @param event a source in it goes through {@link sourceLabel} first. */
  count<Of extends Feature>(feature: Of, event: FeatureEvent<Of>): void {
    this.registry.count('growth_feature_events_total', { feature, event });
  }

  /** A lead source as part of an event's name. */
  sourceLabel(source: string | null): string {
    if (source === null) return 'unknown';
    if (this.sources.size < MAX_SOURCES) this.sources.add(source);
    return this.sources.has(source) ? source : 'other';
  }
}
