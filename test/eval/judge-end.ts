import { fromFactsFile } from '../../src/conversation/state/facts-file';
import { isLabelled, isUnsaid } from './labels';
import type { ExpectedEnd } from './labels';
import type { Played, PlayedFile } from './played';

/** @returns how the end of a conversation differs from its label, a line each. */
export function judgeEnd({ turns, tasks }: Played, end: ExpectedEnd): readonly string[] {
  const file = turns.at(-1)?.file;
  if (!file) return ['nothing was said'];
  return [...judgeState(file, tasks, end), ...judgeFacts(file, end)];
}

function judgeState(file: PlayedFile, tasks: number, end: ExpectedEnd): readonly string[] {
  const states: readonly (readonly [name: string, expected: unknown, value: unknown])[] = [
    ['bot_type', end.bot_type, file.bot_type],
    ['temperature', end.temperature, end.bot_type === 'lead' ? file.lead_temperature : file.seller_temperature],
    ['opted_out', end.opted_out, file.opted_out],
    ['handed_off', end.handed_off, tasks > 0],
    ['questions_answered', end.questions_answered, file.seller_questions_answered],
  ];
  return states
    .filter(([, expected, value]) => expected !== undefined && expected !== value)
    .map(([name, expected, value]) => differ(name, expected, value));
}

function judgeFacts(file: PlayedFile, { facts, absent = [] }: ExpectedEnd): readonly string[] {
  const known: Readonly<Record<string, unknown>> = {
    ...fromFactsFile({ ...file.lead_preferences, ...file.seller_preferences }),
  };
  const wrong = Object.entries(facts).filter(([name, expected]) => !isLabelled(expected, known[name]));
  const invented = absent.filter((name) => !isUnsaid(known[name]));
  return [
    ...wrong.map(([name, expected]) => differ(name, expected, known[name])),
    ...invented.map((name) => differ(name, null, known[name])),
  ];
}

function differ(name: string, expected: unknown, value: unknown): string {
  return `${name}: expected ${JSON.stringify(expected)}, ended with ${JSON.stringify(value)}`;
}
