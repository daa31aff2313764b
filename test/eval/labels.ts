import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  readonly route: 'buyer' | 'seller' | 'both' | 'none' | 'unclear' | 'any';
  readonly consent: 'none' | 'opt_out' | 'opt_in' | 'help' | 'any';
  readonly signals: readonly string[];
  readonly held_out: boolean;
  readonly answers?: boolean;
}

/** Reads a file of one JSON object a line, beside the sources. */
export function readLabels(name: string): readonly LabelledText[] {
  const lines = readFileSync(join(process.cwd(), 'test/eval', name), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as LabelledText);
}

/** Whether a value is what the label says: literal, `{any: […]}` or `{between: [low, high]}`; lists as sets. */
export function isLabelled(label: unknown, value: unknown): boolean {
  if (Array.isArray(label) && Array.isArray(value)) {
    return label.length === value.length && label.every((item) => value.includes(item));
  }
  if (typeof label === 'object' && label !== null) {
    if ('any' in label && Array.isArray(label.any)) return label.any.some((option) => isLabelled(option, value));
    if ('between' in label && Array.isArray(label.between)) {
      const [low, high] = label.between as readonly number[];
      return typeof value === 'number' && value >= (low ?? Infinity) && value <= (high ?? -Infinity);
    }
  }
  return label === value || (label === null && isUnsaid(value));
}

/** A fact that says nothing. */
export function isUnsaid(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  return value === null || value === 'unknown' || value === 'none' || value === false || isEmptyList;
}
