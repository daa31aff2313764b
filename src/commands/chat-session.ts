import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxHost } from '../ghl';
import { bold, describeLearned, dim, inLines, inWords } from './demo-print';

type SandboxCrm = NonNullable<SandboxHost['crm']>;

interface ChatFile {
  readonly bot_type: string | null;
  readonly lead_score: number | null;
  readonly lead_temperature: string | null;
  readonly seller_temperature: string | null;
  readonly seller_questions_answered: number;
  readonly opted_out: boolean;
  readonly paused_until: string | null;
  readonly known_from: Readonly<
    Record<string, { readonly text: string; readonly confidence: number; readonly turn: number }>
  >;
  readonly lead_preferences: Readonly<Record<string, unknown>>;
  readonly seller_preferences: Readonly<Record<string, unknown>>;
  readonly claude_usage: { readonly calls: number; readonly cost_usd: number };
  readonly conversation_history: readonly ChatTurn[];
}

interface ChatTurn {
  readonly user_message: string;
  readonly ai_response: string;
  readonly extracted_data: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly claude: string | null;
  readonly gates: readonly { readonly gate: string; readonly verdict: string; readonly reason: string }[];
  readonly score_breakdown: Readonly<Record<string, unknown>> | null;
}

const PATIENCE_MS = 20_000;

/** One contact after the other, who texts through the stand-in CRM. */
export class ChatSession {
  private contacts = 0;
  private contactId = '';

  constructor(
    private readonly crm: SandboxCrm,
    private readonly service: { readonly url: string; readonly adminToken: string },
  ) {
    this.startOver();
  }

  /** @param line a text of the contact, or a command. @returns what there is to show. */
  async take(line: string): Promise<string> {
    switch (line) {
      case '/why':
        return this.why();
      case '/facts':
        return this.facts();
      case '/crm':
        return this.inCrm();
      case '/new':
        this.startOver();
        return dim('A new contact.');
      case '/person':
        await this.crm.sendAsPerson(this.contactId, 'Hi, it is me. I will take it from here.', 'agent');
        await this.untilQuiet();
        return dim('A person has texted the contact.');
      default:
        return line.startsWith('/') ? dim(`${line} is no command; /help lists them.`) : this.text(line);
    }
  }

  private startOver(): void {
    this.contacts += 1;
    this.contactId = `chat${this.contacts}`;
    const phone = `+1214555${String(1_000 + this.contacts)}`;
    this.crm.addContact({ id: this.contactId, firstName: 'Sam', phone, timezone: 'America/Chicago' });
  }

  private async text(body: string): Promise<string> {
    const { status } = await this.crm.receiveText(this.contactId, body);
    if (status !== 200) return `The webhook was answered with ${status}.`;
    await this.untilQuiet();
    const turn = (await this.file())?.conversation_history.at(-1);
    if (!turn) return dim('Nothing happened.');
    return turn.ai_response === ''
      ? dim(`(silent: ${turn.reason})`)
      : `${bold('bot ←')} ${turn.ai_response} ${dim(`(${turn.ai_response.length})`)}`;
  }

  private async why(): Promise<string> {
    const file = await this.file();
    const turn = file?.conversation_history.at(-1);
    if (!file || !turn) return dim('Nothing has been said yet.');
    const lines: readonly (readonly [string, string])[] = [
      ['said', turn.user_message],
      ['read', describeLearned(turn.extracted_data)],
      ['reason', turn.reason],
      ['Claude', turn.claude ?? 'not asked'],
      ['cost', `${file.claude_usage.calls} calls, $${file.claude_usage.cost_usd.toFixed(4)}`],
      ['lead', `${file.lead_score ?? 0} of 100, ${file.lead_temperature ?? 'not rated'}`],
      [
        'seller',
        `${file.seller_temperature ?? 'not rated'}, ${file.seller_questions_answered} of 4 questions answered`,
      ],
      ['score', JSON.stringify(turn.score_breakdown)],
      ...turn.gates.map(({ gate, verdict, reason }) => ['gate', `${gate}: ${verdict} (${reason})`] as const),
    ];
    return lines.map(([name, value]) => `  ${dim(name.padEnd(8))} ${value}`).join('\n');
  }

  private async facts(): Promise<string> {
    const file = await this.file();
    if (!file) return dim('Nothing is known yet.');
    const all: Readonly<Record<string, unknown>> = { ...file.lead_preferences, ...file.seller_preferences };
    const lines = Object.entries(file.known_from).map(
      ([name, { text, confidence, turn }]) =>
        `  ${name.padEnd(20)} ${inWords(all[name])} ${dim(`"${text}", turn ${turn}, ${Math.round(confidence * 100)}% sure`)}`,
    );
    const state = [
      `bot ${file.bot_type ?? 'not chosen'}`,
      file.opted_out && 'opted out',
      file.paused_until && 'paused',
    ];
    return [`  ${dim(state.filter(Boolean).join(' · '))}`, ...lines].join('\n');
  }

  private inCrm(): string {
    const { tags } = this.crm.contact(this.contactId);
    const fields = Object.entries(this.crm.fields(this.contactId)).map(([name, value]) => `${name} ${inWords(value)}`);
    const tasks = this.crm.tasks(this.contactId).map(({ title, body }) => `  task    ${title}\n${dim(body ?? '')}`);
    const booked = this.crm.appointments(this.contactId).map(({ startTime }) => `  booked  ${startTime}`);
    return [`  tags    ${tags.join(', ')}`, ...inLines(fields).map((line) => `  ${line}`), ...booked, ...tasks].join(
      '\n',
    );
  }

  private async file(): Promise<ChatFile | null> {
    const response = await this.get(`/conversations/${this.contactId}`);
    return response.ok ? ((await response.json()) as ChatFile) : null;
  }

  private async untilQuiet(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const events = await this.get('/events?status=processing');
      const { items } = (await events.json()) as { readonly items: readonly unknown[] };
      if (items.length === 0) return;
      if (Date.now() > deadline) throw new Error('the service took too long to answer');
      await pause(10);
    }
  }

  private get(path: string): Promise<Response> {
    return fetch(`${this.service.url}${path}`, { headers: { Authorization: `Bearer ${this.service.adminToken}` } });
  }
}
