import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { OpenFeature } from '@openfeature/server-sdk';
import type { Client } from '@openfeature/server-sdk';
import { PinoLogger } from 'nestjs-pino';
import { Clock, SETTINGS } from '../../config';
import type { Settings } from '../../config';
import { Journal } from '../../storage';
import type { JournalWriter } from '../../storage';
import { Registry } from '../../telemetry';
import type { Feature, Subject } from '../feature';
import type { Evaluation, EvaluationReason } from './evaluate-feature';
import { FlagProvider } from './flag-provider';
import { stateOfSettings, valuesOf, withOverrides } from './growth-state';
import type { FlagName, FlagValue, GrowthState, Overrides } from './growth-state';

/** So many changes are remembered. */
const MAX_AUDIT = 200;

/** `auto_stop`: an experiment that does harm has stopped itself. */
export type Actor = 'admin' | 'auto_stop';

/** A change of the flags. */
export interface FlagChange {
  readonly id: string;
  readonly atMs: number;
  readonly actor: Actor;
  readonly why: string | null;
  readonly before: Readonly<Partial<Record<FlagName, FlagValue>>>;
  readonly after: Readonly<Partial<Record<FlagName, FlagValue>>>;
  /** All that is overridden from then on. */
  readonly overrides: Overrides;
}

/** What is wanted: a value, or `null` to let the setting count again. */
export type WantedFlags = Readonly<Partial<Record<FlagName, FlagValue>>>;

/**
 * Which experiments are on, and for whom. The settings say so at first; what is changed at run time goes before them, is
 * on disk before it counts, and is remembered with who did it.
 */
@Injectable()
export class GrowthFlags implements OnModuleInit {
  private changes: FlagChange[] = [];
  private client: Client | null = null;
  private readonly journalled: JournalWriter<FlagChange>;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    journal: Journal,
    private readonly registry: Registry,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    this.journalled = journal.register<FlagChange>({
      name: 'growth_flags',
      recover: (change) => {
        if (!this.changes.some(({ id }) => id === change.id)) this.keep(change);
      },
      liveEntries: () => this.changes,
      cover: () => Promise.resolve(),
    });
  }

  /** OpenFeature is one for the process, in which several services can run: each has a domain of its own. */
  async onModuleInit(): Promise<void> {
    const domain = `jorge-bots-${randomUUID()}`;
    await OpenFeature.setProviderAndWait(domain, new FlagProvider(() => this.state()));
    this.client = OpenFeature.getClient(domain);
  }

  /** Whether a feature is on for a contact; a feature that there is not is off. */
  async evaluate(feature: Feature, { contactId, source }: Subject): Promise<Evaluation> {
    if (this.client === null) throw new Error('flags are evaluated before the module has started');
    const context = { targetingKey: contactId, ...(source !== null && { source }) };
    const { value, reason, errorCode } = await this.client.getBooleanDetails(feature, false, context);
    const evaluation = {
      enabled: value,
      reason: errorCode === undefined ? (reason as EvaluationReason) : ('unknown_feature' as const),
    };
    const labels = { feature, reason: evaluation.reason };
    this.registry.count('feature_flag_evaluations_total', labels);
    this.registry.count(value ? 'feature_flag_enabled_total' : 'feature_flag_blocked_total', labels);
    return evaluation;
  }

  /** As of now. */
  state(): GrowthState {
    return withOverrides(stateOfSettings(this.settings.growth), this.overrides());
  }

  /** What goes before the settings. */
  overrides(): Overrides {
    return this.changes.at(-1)?.overrides ?? {};
  }

  /** The latest first. */
  audit(): readonly FlagChange[] {
    return this.changes.toReversed();
  }

  /** The last change that an experiment made itself, while it is still so. */
  pausedBy(feature: Feature): FlagChange | null {
    const last = this.changes.findLast(({ after }) => feature in after);
    return last?.actor === 'auto_stop' && !this.state().flags[feature] ? last : null;
  }

  /** When somebody last turned a feature on, epoch milliseconds; 0: it has been on from the start. */
  turnedOnMs(feature: Feature): number {
    return this.changes.findLast(({ after }) => after[feature] === true)?.atMs ?? 0;
  }

  /** Takes effect with the next evaluation, and is on disk when this returns. */
  async change(wanted: WantedFlags, actor: Actor, why: string | null = null): Promise<void> {
    const overrides = { ...this.overrides(), ...wanted };
    const kept = Object.entries(overrides).filter(([name]) => wanted[name as FlagName] !== null);
    const before = valuesOf(this.state());
    const after = valuesOf(withOverrides(stateOfSettings(this.settings.growth), Object.fromEntries(kept)));
    const names = (Object.keys(wanted) as FlagName[]).filter((name) => before[name] !== after[name]);
    const change: FlagChange = {
      id: randomUUID(),
      atMs: this.clock.now(),
      actor,
      why,
      before: pick(before, names),
      after: pick(after, names),
      overrides: Object.fromEntries(kept),
    };
    this.keep(change);
    await this.journalled.insist(change);
    this.logger.warn({ actor, why, before: change.before, after: change.after }, 'growth flags changed');
  }

  private keep(change: FlagChange): void {
    this.changes = [...this.changes, change].slice(-MAX_AUDIT);
  }
}

function pick(values: Readonly<Record<FlagName, FlagValue>>, names: readonly FlagName[]) {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
