import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the labels, also seen from the compiled harness. */
const FOLDER = join(process.cwd(), 'test/eval');

/** A labelled text; README.md explains the fields. */
export interface LabelledText {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly asked: string | null;
  readonly bot: 'lead' | 'seller' | null;
  readonly today: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly absent: readonly string[];
  readonly open?: readonly string[];
  readonly route: Expected<'buyer' | 'seller' | 'both' | 'none' | 'unclear'> | 'any';
  readonly consent: 'none' | 'opt_out' | 'opt_in' | 'help' | 'any';
  readonly signals: readonly string[];
  readonly held_out: boolean;
  readonly answers?: boolean;
}

/** A labelled conversation; README.md explains the fields. */
export interface LabelledConversation {
  readonly id: string;
  readonly bot: 'lead' | 'seller' | null;
  readonly today: string;
  readonly turns: readonly { readonly text: string; readonly minutes_later?: number }[];
  readonly end: ExpectedEnd;
  readonly held_out: boolean;
}

export interface ExpectedEnd {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly absent?: readonly string[];
  readonly temperature: 'hot' | 'warm' | 'cold';
  readonly bot_type: 'lead' | 'seller';
  readonly opted_out: boolean;
  readonly handed_off?: boolean;
  readonly questions_answered?: number;
}

type Expected<Value> = Value | { readonly any: readonly Value[] };

/** Reads a file beside the labels. */
export function readBeside(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

/** The labelled texts of a file. */
export function readTexts(name: string): readonly LabelledText[] {
  return linesOf(name) as readonly LabelledText[];
}

/** The labelled conversations of a file. */
export function readConversations(name: string): readonly LabelledConversation[] {
  return linesOf(name) as readonly LabelledConversation[];
}

/** Whether a value is what the label says: literal, `{any: […]}` or `{between: [low, high]}`; lists as sets. */
export function isLabelled(label: unknown, value: unknown): boolean {
  if (Array.isArray(label) && Array.isArray(value)) {
    return label.length === value.length && label.every((item) => value.includes(item));
  }
  const options = optionsOf(label);
  if (options) return options.some((option) => isLabelled(option, value));
  if (typeof label === 'object' && label !== null && 'between' in label && Array.isArray(label.between)) {
    const [low, high] = label.between as readonly number[];
    return typeof value === 'number' && value >= (low ?? Infinity) && value <= (high ?? -Infinity);
  }
  return label === value || (isUnsaid(label) && isUnsaid(value));
}

/** Whether a label is content with a value that says nothing. */
export function mayBeUnsaid(label: unknown): boolean {
  return optionsOf(label)?.some(mayBeUnsaid) ?? isUnsaid(label);
}

/** A value that says nothing. `false` says something: 30 days would be a problem. */
export function isUnsaid(value: unknown): boolean {
  return value === null || value === 'unknown' || value === 'none' || (Array.isArray(value) && value.length === 0);
}

function optionsOf(label: unknown): readonly unknown[] | null {
  const isChoice = typeof label === 'object' && label !== null && 'any' in label && Array.isArray(label.any);
  return isChoice ? (label.any as readonly unknown[]) : null;
}

/** A file of one JSON value a line. */
function linesOf(name: string): readonly unknown[] {
  const lines = readBeside(name).split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as unknown);
}
