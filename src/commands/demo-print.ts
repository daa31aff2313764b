import { styleText } from 'node:util';
import type { DemoTurn } from './demo-stage';

const LABEL_WIDTH = 9;

/** Prints what the bot learned, why it answered so and what it changed in the CRM, below a text and its answer. */
export function printTurn(name: string, turn: DemoTurn, score: string): void {
  console.log(`  ${label(name)} ${bold('→')} ${turn.user_message}`);
  console.log(`  ${label('Jorge')} ${bold('←')} ${styleText('cyan', turn.ai_response)}`);
  const notes: readonly (readonly [string, string])[] = [
    ['learned', describeLearned(turn.extracted_data)],
    ['score', score],
    ['why', turn.reason],
    ['CRM', turn.crm.map(({ type, ok }) => `${type} ${ok ? 'ok' : 'FAILED'}`).join(', ')],
  ];
  for (const [title, text] of notes) {
    if (text !== '') console.log(dim(`  ${label('')}   ${title.padEnd(LABEL_WIDTH)}${text}`));
  }
  console.log();
}

/** The facts that say something, in the contract's names. */
export function describeLearned(facts: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(facts).filter(([, value]) => isSaid(value));
  return said.map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : String(value)}`).join(' · ');
}

export function heading(text: string): string {
  return bold(`── ${text} ${'─'.repeat(Math.max(3, 72 - text.length))}`);
}

export function bold(text: string): string {
  return styleText('bold', text);
}

export function dim(text: string): string {
  return styleText('dim', text);
}

/** A line of the check list at the end of a scene. */
export function checked(isMet: boolean, text: string): string {
  return isMet ? styleText('green', `  ✓ ${text}`) : styleText('red', `  ✗ ${text}`);
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== false && value !== 'unknown' && value !== 'none';
}

function label(text: string): string {
  return text.padEnd(LABEL_WIDTH);
}
