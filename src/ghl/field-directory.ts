import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../config';
import { Registry } from '../telemetry';
import { GhlHttp } from './ghl-http';
import { listCustomFields } from './location-calls';
import type { CustomField } from './location-calls';

const FRESH_MS = 60 * 60_000;
/** When a wanted field is missing it may just have been created. */
const FRESH_WHEN_MISSING_MS = 5 * 60_000;
const PAUSE_AFTER_FAILURE_MS = 10_000;

interface Directory {
  readonly idByName: ReadonlyMap<string, string>;
  readonly nameById: ReadonlyMap<string, string>;
  readonly loadedAt: number;
}

/** Translates between the names of the location's custom fields and their ids, in either case of letters. */
@Injectable()
export class FieldDirectory {
  private known: Directory | null = null;
  private loading: Promise<Directory | null> | null = null;
  private failedAt = -Infinity;
  private readonly reportedMissing = new Set<string>();

  constructor(
    private readonly http: GhlHttp,
    private readonly clock: Clock,
    private readonly registry: Registry,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * @returns the ids of those names that exist in the location, by the name given; `null` when the directory cannot be
   * read. A name that does not exist is reported once.
   */
  async idsOf(names: readonly string[]): Promise<ReadonlyMap<string, string> | null> {
    const isMissing = (name: string) => !directory?.idByName.has(name.toLowerCase());
    let directory = await this.directory(FRESH_MS);
    if (directory && names.some(isMissing)) directory = await this.directory(FRESH_WHEN_MISSING_MS);
    if (directory === null) return null;
    this.reportMissing(names.filter(isMissing));
    const { idByName } = directory;
    return new Map(
      names.flatMap((name) => {
        const id = idByName.get(name.toLowerCase());
        return id === undefined ? [] : [[name, id] as const];
      }),
    );
  }

  /** @returns names by field id; empty when the directory cannot be read, which has been logged. */
  async namesById(): Promise<ReadonlyMap<string, string>> {
    return (await this.directory(FRESH_MS))?.nameById ?? new Map<string, string>();
  }

  private async directory(maxAgeMs: number): Promise<Directory | null> {
    const now = this.clock.now();
    const isFresh = this.known !== null && now - this.known.loadedAt < maxAgeMs;
    this.registry.count(isFresh ? 'cache_hits' : 'cache_misses', { cache: 'custom_fields' });
    if (isFresh) return this.known;
    if (now - this.failedAt < PAUSE_AFTER_FAILURE_MS) return this.known;
    this.loading ??= this.load().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  private async load(): Promise<Directory | null> {
    const result = await this.http.call(listCustomFields(this.http.locationId));
    const now = this.clock.now();
    if (result.ok) {
      this.known = { ...index(result.value.customFields), loadedAt: now };
    } else {
      this.failedAt = now;
      const reason = this.known ? 'field directory is out of date' : 'field directory cannot be read';
      this.logger.warn({ operation: 'listCustomFields', fallback_used: true, reason }, 'No fresh field directory');
    }
    return this.known;
  }

  private reportMissing(names: readonly string[]): void {
    for (const name of names) {
      if (this.reportedMissing.has(name)) continue;
      this.reportedMissing.add(name);
      const reason = 'the location has no such custom field; create it with: npm run setup:ghl';
      this.logger.warn({ field: name, fallback_used: true, reason }, 'Custom field left out');
    }
  }
}

/** A field answers to its display name and to its key; where two claim a name, the key decides. */
function index(fields: readonly CustomField[]) {
  const byName = fields.map(({ id, name }) => [name.toLowerCase(), id] as const);
  const byKey = fields.map((field) => [keyOf(field), field.id] as const);
  return {
    idByName: new Map([...byName, ...byKey]),
    nameById: new Map(fields.map((field) => [field.id, keyOf(field)])),
  };
}

/** `contact.ai_lead_score` and the name `AI_Lead_Score` are both `ai_lead_score`. */
export function keyOf({ name, fieldKey }: Pick<CustomField, 'name' | 'fieldKey'>): string {
  return (fieldKey ?? name).replace(/^contact\./, '').toLowerCase();
}
