import { styleText } from 'node:util';
import type { DemoTurn } from './demo-stage';

const LABEL_WIDTH = 9;
const LINE_WIDTH = 96;
/** From here on a number among the facts is an amount of dollars. */
const MIN_USD = 10_000;
const CRM_WORDS: Readonly<Record<string, string>> = {
  update_contact: 'contact updated',
  update_fields: 'fields written',
  add_tags: 'tags added',
  remove_tags: 'old tags removed',
  create_task: 'task for a person created',
  trigger_workflow: 'workflow started',
};

/** Prints what the bot learned, why it answered so and what it changed in the CRM, below a text and its answer. */
export function printTurn(name: string, turn: DemoTurn, score: string): void {
  console.log(`  ${label(name)} ${bold('→')} ${turn.user_message}`);
  console.log(`  ${label('Jorge')} ${bold('←')} ${styleText('cyan', turn.ai_response)}`);
  const notes: readonly (readonly [string, string])[] = [
    ['learned', describeLearned(turn.extracted_data)],
    ['score', score],
    ['why', turn.reason],
    ['CRM', turn.crm.map(({ type, ok }) => `${CRM_WORDS[type] ?? type}${ok ? '' : ' FAILED'}`).join(', ')],
  ];
  for (const [title, text] of notes) {
    if (text !== '') console.log(dim(`  ${label('')}   ${title.padEnd(LABEL_WIDTH)}${text}`));
  }
  console.log();
}

/** The facts that say something. */
export function describeLearned(facts: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(facts).filter(([, value]) => isSaid(value));
  return said.map(([name, value]) => `${name.replaceAll('_', ' ')} ${inWords(value)}`).join(' · ');
}

/** A fact's or a field's value as a person would write it. */
export function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && value >= MIN_USD) return `$${value.toLocaleString('en-US')}`;
  return String(value).replaceAll('_', ' ');
}

/** Puts items side by side, as many as a line takes. */
export function inLines(items: readonly string[]): readonly string[] {
  return items.reduce<readonly string[]>((lines, item) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + item.length + 3 > LINE_WIDTH) return [...lines, item];
    return [...lines.slice(0, -1), `${last} · ${item}`];
  }, []);
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
  return value !== null && value !== false && value !== 'unknown' && value !== 'unclear' && value !== 'none';
}

function label(text: string): string {
  return text.padEnd(LABEL_WIDTH);
}
