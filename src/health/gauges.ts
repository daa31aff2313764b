import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import { Clock } from '../config';
import { judgeCompliance, SpeedToLead } from '../conversation';
import { Registry } from '../telemetry';
import { SystemHealth } from './system-health';
import type { HealthReport } from './system-health';

/** What has a value at every instant, by its name for Prometheus. */
const GAUGES = {
  jorge_inbox_unfinished: 'Accepted events that are neither done nor parked.',
  jorge_inbox_failed: 'Events that are parked for a person: GET /events?status=failed.',
  jorge_inbox_oldest_age_seconds: 'How long ago the oldest unfinished event came.',
  jorge_storage_free_bytes: 'Room left in DATA_DIR.',
  jorge_texts_waiting: 'Texts of contacts that have no answer yet.',
  jorge_texts_waiting_late: 'Those of them that have waited five minutes or longer.',
  jorge_texts_oldest_wait_seconds: 'How long the oldest of them has waited.',
  jorge_five_minute_compliance_ratio: 'Share of texts answered within five minutes, of the last 24 hours.',
  jorge_five_minute_violations_day: 'Texts that waited five minutes or longer, in the last 24 hours.',
} as const;
type GaugeName = keyof typeof GAUGES;

/** Gauges are brought up to date when they are scraped; those of the process come from prom-client. */
@Injectable()
export class Gauges {
  private readonly gauges: ReadonlyMap<GaugeName, Gauge>;
  private readonly dependencies: Gauge<'dependency'>;

  constructor(
    registry: Registry,
    private readonly system: SystemHealth,
    private readonly speed: SpeedToLead,
    private readonly clock: Clock,
  ) {
    const registers = [registry.prometheus];
    this.gauges = new Map(
      (Object.keys(GAUGES) as GaugeName[]).map((name) => [name, new Gauge({ name, help: GAUGES[name], registers })]),
    );
    this.dependencies = new Gauge({
      name: 'jorge_dependency_up',
      help: '1 while what the service depends on is as it should be, else 0, as in GET /health.',
      labelNames: ['dependency'],
      registers,
    });
    collectDefaultMetrics({ register: registry.prometheus });
  }

  async update(): Promise<void> {
    const [{ services }, texts] = await Promise.all([this.system.check(), this.speed.texts()]);
    const { rate, violations, waiting } = judgeCompliance(texts, this.clock.now());
    this.setAll({
      jorge_inbox_unfinished: services.inbox.unfinished,
      jorge_inbox_failed: services.inbox.failed,
      jorge_inbox_oldest_age_seconds: services.inbox.oldest_age_seconds,
      jorge_storage_free_bytes: services.storage.free_bytes,
      jorge_texts_waiting: waiting.count,
      jorge_texts_waiting_late: waiting.late,
      jorge_texts_oldest_wait_seconds: waiting.oldestMs / 1_000,
      jorge_five_minute_compliance_ratio: rate,
      jorge_five_minute_violations_day: violations,
    });
    this.setDependencies(services);
  }

  /** A gauge without a value is left out: it is neither 0 nor anything else. */
  private setAll(values: Readonly<Record<GaugeName, number | null>>): void {
    for (const [name, gauge] of this.gauges) {
      const value = values[name];
      if (value === null) gauge.remove();
      else gauge.set(value);
    }
  }

  private setDependencies(services: HealthReport['services']): void {
    for (const [dependency, { status }] of Object.entries(services)) {
      this.dependencies.set({ dependency }, status === 'up' ? 1 : 0);
    }
  }
}
