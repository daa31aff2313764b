import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagnose } from '../../src/commands/doctor/diagnose';
import { describe, isSound } from '../../src/commands/doctor/print';
import { SandboxCrm } from '../../src/ghl/sandbox';
import { FrontServer } from './front-server';

const SECRETS = {
  GHL_ACCESS_TOKEN: 'pit-token-of-the-tests',
  CLAUDE_API_KEY: 'sk-ant-key-of-the-tests',
  ADMIN_TOKEN: 'admin-token-of-the-tests',
  GHL_WEBHOOK_SECRET: 'webhook-secret-of-the-tests',
  GHL_WEBHOOK_TOKEN: 'webhook-token-of-the-tests',
};

export type Environment = Readonly<Record<string, string>>;

/** What a diagnosis came to. */
interface Diagnosis {
  readonly isSound: boolean;
  /** Those that are not `ok`. */
  readonly troubles: readonly string[];
  readonly all: readonly string[];
}

/** A good set-up in front of a stand-in CRM and something that answers as Claude's API; all of it can be broken. */
export class DoctorBed {
  private constructor(
    readonly crm: SandboxCrm,
    readonly ghl: FrontServer,
    readonly claude: FrontServer,
  ) {}

  static async start(): Promise<DoctorBed> {
    const crm = new SandboxCrm({
      accessToken: SECRETS.GHL_ACCESS_TOKEN,
      locationId: 'location1',
      calendarId: 'calendar1',
      workflowIds: ['workflow1'],
      userIds: ['user1'],
    });
    const ghl = await FrontServer.start(await crm.start());
    return new DoctorBed(crm, ghl, await FrontServer.start('http://127.0.0.1:9'));
  }

  /** Live and in production, with everything set and a data folder of its own. */
  goodSetUp(): Environment & { readonly DATA_DIR: string } {
    return {
      NODE_ENV: 'production',
      ...SECRETS,
      PORT: '0',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'doctor-')),
      GHL_LOCATION_ID: 'location1',
      GHL_API_BASE_URL: this.ghl.url,
      GHL_CALENDAR_ID: 'calendar1',
      HOT_SELLER_WORKFLOW_ID: 'workflow1',
      HANDOFF_USER_ID: 'user1',
      CLAUDE_BASE_URL: this.claude.url,
    };
  }

  /** Heals everything that was broken. */
  reset(): void {
    this.ghl.reset();
    this.claudeAnswers(200);
  }

  /** Only the description of models is answered: whatever else is asked of Claude goes nowhere. */
  claudeAnswers(status: number): void {
    this.claude.reset();
    this.claude.interfere(/^\/v1\/models\//, { status, body: status === 200 ? { id: 'claude-haiku-5-5' } : {} });
  }

  /** @throws Error when a secret is told. */
  async diagnose(environment: Environment, nodeVersion = process.versions.node): Promise<Diagnosis> {
    const findings = await diagnose(() => environment, { nodeVersion, now: () => Date.now() });
    const all = describe(findings);
    const secrets = Object.keys(SECRETS).map((name) => environment[name] ?? '');
    const told = secrets.find((secret) => secret !== '' && all.join('\n').includes(secret));
    if (told !== undefined) throw new Error(`a secret was told: ${told}`);
    return { isSound: isSound(findings), troubles: all.filter((line) => /^(warn|fail) /.test(line)), all };
  }

  async stop(): Promise<void> {
    await Promise.all([this.crm.stop(), this.ghl.stop(), this.claude.stop()]);
  }
}
