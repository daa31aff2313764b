import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxHost } from '../ghl';
import { bold, checked, dim, heading, inLines, inWords, printTurn } from './demo-print';

type SandboxCrm = NonNullable<SandboxHost['crm']>;

/** What a conversation file holds that the demo shows. */
export interface DemoFile {
  readonly contact_id: string;
  readonly location_id: string;
  readonly bot_type: string | null;
  readonly lead_score: number | null;
  readonly lead_temperature: string | null;
  readonly seller_temperature: string | null;
  readonly seller_questions_answered: number;
  readonly lead_preferences: Readonly<Record<string, unknown>>;
  readonly conversation_history: readonly DemoTurn[];
}

export interface DemoTurn {
  readonly user_message: string;
  readonly ai_response: string;
  readonly extracted_data: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly crm: readonly { readonly type: string; readonly ok: boolean }[];
}

/** Something that has to be true at the end of a scene. */
export interface DemoGoal {
  readonly title: string;
  readonly isMet: (file: DemoFile, crm: SandboxCrm) => boolean;
}

export interface DemoScene {
  readonly title: string;
  readonly contact: {
    readonly id: string;
    readonly firstName: string;
    readonly phone: string;
    readonly timezone: string;
  };
  readonly texts: readonly string[];
  readonly goals: readonly DemoGoal[];
}

/** The running service, seen from outside. */
export interface DemoService {
  readonly url: string;
  readonly adminToken: string;
  readonly dataDir: string;
}

const PATIENCE_MS = 10_000;

/** Plays conversations: the contact texts, the CRM delivers the signed webhook, the service answers. */
export class DemoStage {
  constructor(
    private readonly crm: SandboxCrm,
    private readonly service: DemoService,
  ) {}

  /** @returns the titles of the goals that were missed. */
  async play({ title, contact, texts, goals }: DemoScene): Promise<string[]> {
    console.log(`${heading(`${title}: ${contact.firstName}`)}\n`);
    this.crm.addContact(contact);
    for (const text of texts) await this.playText(contact, text);
    const file = await this.conversation(contact.id);
    this.showCrm(contact.id);
    const results = goals.map((goal) => ({ title: goal.title, isMet: goal.isMet(file, this.crm) }));
    for (const goal of results) console.log(checked(goal.isMet, goal.title));
    const path = join(this.service.dataDir, 'conversations', `${file.contact_id}_${file.location_id}.json`);
    console.log(`\n  ${dim('conversation file')} ${path}\n`);
    return results.filter((goal) => !goal.isMet).map((goal) => `${contact.firstName}: ${goal.title}`);
  }

  private async playText({ id, firstName }: DemoScene['contact'], text: string): Promise<void> {
    const { status } = await this.crm.receiveText(id, text);
    if (status !== 200) throw new Error(`the webhook was answered with ${status}`);
    await this.until(async () => (await this.health()).services.inbox.unfinished === 0);
    const file = await this.conversation(id);
    const turn = file.conversation_history.at(-1);
    if (turn?.user_message !== text) throw new Error(`"${text}" is not in the conversation`);
    printTurn(firstName, turn, describeScore(file));
  }

  private showCrm(contactId: string): void {
    const { tags } = this.crm.contact(contactId);
    console.log(bold('  In the CRM now'));
    console.log(`    tags    ${tags.join(', ')}`);
    const fields = Object.entries(this.crm.fields(contactId)).map(([name, value]) => `${name} ${inWords(value)}`);
    for (const [index, line] of inLines(fields).entries())
      console.log(`    ${index === 0 ? 'fields' : '      '}  ${line}`);
    for (const booked of this.crm.appointments(contactId))
      console.log(`    booked  ${booked.startTime} ${booked.title}`);
    for (const task of this.crm.tasks(contactId)) {
      console.log(`    task    ${task.title}`);
      for (const line of (task.body ?? '').split('\n')) console.log(dim(`            ${line}`));
    }
    console.log();
  }

  private conversation(contactId: string): Promise<DemoFile> {
    return this.get<DemoFile>(`/conversations/${contactId}`);
  }

  private health(): Promise<{ readonly services: { readonly inbox: { readonly unfinished: number } } }> {
    return this.get('/health');
  }

  private async get<T>(path: string): Promise<T> {
    const headers = { Authorization: `Bearer ${this.service.adminToken}` };
    const response = await fetch(`${this.service.url}${path}`, { headers });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    return (await response.json()) as T;
  }

  private async until(isReached: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await isReached())) {
      if (Date.now() > deadline) throw new Error('the service took too long to answer');
      await pause(10);
    }
  }
}

function describeScore(file: DemoFile): string {
  if (file.bot_type !== 'seller') return `${file.lead_score ?? 0} of 100, ${file.lead_temperature ?? 'not rated'}`;
  return `${file.seller_temperature ?? 'not rated'}, ${file.seller_questions_answered} of 4 questions answered`;
}
