import type { InstantGhl } from './ghl-calls';
import { post } from './measure-turns';
import type { Service } from './service';
import { textWebhook } from './webhooks';

/** Two people as they write: most texts bring something new, some do not. */
const BUYER = [
  'Hi, saw your sign. We are looking to buy a house',
  'Frisco or McKinney, 3 bed 2 bath',
  'somewhere around 450 to 550k',
  'let me ask my husband, one moment',
  'already pre-approved with our bank, we hope to move within 45 days',
  'thanks, talk soon',
];
const SELLER = [
  'I want to sell my house',
  'we are relocating for work',
  'it needs a new roof and some paint',
  'how does this work?',
  'hoping to get 420k for it',
  '30 to 45 days would be fine',
];
/** Of each. */
const CONTACTS = 5;

/** Calls of the CRM in steady turns: those after a contact's first. */
export interface CallResult {
  readonly perTurn: number;
  readonly perFirstTurn: number;
  readonly byOperation: Readonly<Record<string, number>>;
  /** Whose conversations have been written, for copies of them. */
  readonly contactIds: readonly string[];
}

/** Plays the conversations text by text, all contacts side by side, and counts at the stand-in. */
export async function measureCalls(service: Service, ghl: InstantGhl): Promise<CallResult> {
  const people = [BUYER, SELLER].flatMap((texts, kind) =>
    Array.from({ length: CONTACTS }, (_, index) => ({ contactId: `calls${kind}x${index}`, texts })),
  );
  const step = async (number: number) => {
    const webhooks = people.map(({ contactId, texts }) => textWebhook(contactId, texts[number] ?? ''));
    await Promise.all(webhooks.map((webhook) => post(service, webhook)));
    await service.untilProcessed(webhooks.map(({ eventId }) => eventId));
  };
  ghl.takeCounts();
  await step(0);
  const first = total(ghl.takeCounts());
  for (let number = 1; number < BUYER.length; number += 1) await step(number);
  const counts = ghl.takeCounts();
  const steadyTurns = people.length * (BUYER.length - 1);
  return {
    perTurn: total(counts) / steadyTurns,
    perFirstTurn: first / people.length,
    byOperation: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / steadyTurns])),
    contactIds: people.map(({ contactId }) => contactId),
  };
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
