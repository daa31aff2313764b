import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxCrm } from '../../src/ghl/sandbox';
import type { Ledger } from './ledger';
import type { Random } from './random';

/** What people say, in order. None of it makes the bot fall silent. */
const SCRIPTS: readonly (readonly string[])[] = [
  ['Hi, saw your sign', 'buying', 'Frisco', 'up to 550k', 'pre approved', 'within 30 days', 'the first one works'],
  ['I want to sell my house', 'we are relocating', 'no that works', 'move in ready', '425k', 'the first one', 'thanks'],
  ['Looking for a home in Plano', 'not sure yet', 'about 400k', 'a loan', 'next year maybe', 'what do you think?'],
  ['hello', 'who is this', 'maybe selling', 'why do you ask', 'it needs a new roof', 'how much would you pay?'],
];
const ACTIVE_CONTACTS = 30;
const WORKERS = 12;
const MAX_IN_A_ROW = 3;
const MAX_THINK_MS = 120;

interface Contact {
  readonly id: string;
  readonly script: readonly string[];
  said: number;
}

/** People who text: each one's texts go out in order, the next one when the one before has been answered. */
export class Load {
  private readonly idle: Contact[] = [];
  private contacts = 0;

  constructor(
    private readonly crm: SandboxCrm,
    private readonly ledger: Ledger,
    private readonly random: Random,
  ) {}

  /** Texts at full load until `isOver` says so, or `texts` have been sent. */
  async run(texts: number, isOver: () => boolean): Promise<void> {
    let left = texts;
    const work = async (): Promise<void> => {
      while (left > 0 && !isOver()) {
        const contact = this.takeContact();
        const inARow = this.random.between(1, MAX_IN_A_ROW);
        for (let count = 0; count < inARow && !isOver() && left-- > 0; count++) await this.say(contact);
        this.putBack(contact);
        await pause(this.random.between(0, MAX_THINK_MS));
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
  }

  /** One text, whoever listens. */
  async sendOne(): Promise<void> {
    const contact = this.takeContact();
    await this.say(contact);
    this.putBack(contact);
  }

  private async say(contact: Contact): Promise<void> {
    const line = contact.script[contact.said++];
    if (line === undefined) return;
    const { webhookId, token } = this.ledger.begin(contact.id);
    await this.crm.receiveText(contact.id, `${line} ${token}`, { webhookId });
  }

  private takeContact(): Contact {
    while (this.idle.length < ACTIVE_CONTACTS) {
      this.idle.push({ id: `crash${this.contacts++}`, script: this.random.pick(SCRIPTS), said: 0 });
    }
    const [contact] = this.idle.splice(this.random.between(0, this.idle.length - 1), 1);
    if (!contact) throw new Error('nobody is left to text');
    return contact;
  }

  private putBack(contact: Contact): void {
    if (contact.said < contact.script.length) this.idle.push(contact);
  }
}
