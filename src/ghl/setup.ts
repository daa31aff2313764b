import { Injectable } from '@nestjs/common';
import { ALL_TAGS, CRM_FIELDS } from './crm-names';
import { keyOf } from './field-directory';
import { GhlHttp } from './ghl-http';
import { createCustomField, createTag, listCustomFields, listTags } from './location-calls';

/** What became of every field and tag that the service needs, as `field ai_lead_score` and `tag Hot-Lead`. */
export interface SetupReport {
  /** In a dry run: what would be created. */
  readonly created: readonly string[];
  readonly existing: readonly string[];
  readonly failed: readonly string[];
}

type Step = readonly [name: string, outcome: keyof SetupReport];

/** Creates the custom fields and tags that the service writes. Running it again creates only what is missing. */
@Injectable()
export class LocationSetup {
  constructor(private readonly http: GhlHttp) {}

  /** @param dryRun reads what there is and creates nothing. */
  async run({ dryRun }: { readonly dryRun: boolean }): Promise<SetupReport> {
    const steps = [...(await this.setUpFields(dryRun)), ...(await this.setUpTags(dryRun))];
    const named = (wanted: keyof SetupReport) =>
      steps.filter(([, outcome]) => outcome === wanted).map(([name]) => name);
    return { created: named('created'), existing: named('existing'), failed: named('failed') };
  }

  private async setUpFields(dryRun: boolean): Promise<readonly Step[]> {
    const { locationId } = this.http;
    const listed = await this.http.call(listCustomFields(locationId));
    const existing = listed.ok ? listed.value.customFields.flatMap((field) => [keyOf(field), field.name]) : null;
    const create = async (name: keyof typeof CRM_FIELDS) =>
      (await this.http.call(createCustomField(locationId, name, CRM_FIELDS[name]))).ok;
    return setUp('field', Object.keys(CRM_FIELDS) as (keyof typeof CRM_FIELDS)[], existing, dryRun ? null : create);
  }

  private async setUpTags(dryRun: boolean): Promise<readonly Step[]> {
    const { locationId } = this.http;
    const listed = await this.http.call(listTags(locationId));
    const existing = listed.ok ? listed.value.tags.map(({ name }) => name) : null;
    const create = async (name: string) => (await this.http.call(createTag(locationId, name))).ok;
    return setUp('tag', ALL_TAGS, existing, dryRun ? null : create);
  }
}

/**
 * @param existing names in any case; `null` when they could not be read: then nothing may be created, or it might be twice.
 * @param create `null` in a dry run.
 */
async function setUp<Name extends string>(
  kind: string,
  names: readonly Name[],
  existing: readonly string[] | null,
  create: ((name: Name) => Promise<boolean>) | null,
): Promise<readonly Step[]> {
  const known = new Set(existing?.map((name) => name.toLowerCase()));
  const steps: Step[] = [];
  for (const name of names) {
    const isKnown = known.has(name.toLowerCase());
    const isCreated = existing !== null && !isKnown && (create === null || (await create(name)));
    steps.push([`${kind} ${name}`, isKnown ? 'existing' : isCreated ? 'created' : 'failed']);
  }
  return steps;
}
