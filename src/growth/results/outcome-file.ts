import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isErrorCode, syncFolder } from '../../storage';
import { FEATURES } from '../feature';
import { ARMS, OUTCOME_KINDS } from './participation';
import type { Outcome } from './participation';

/** An outcome with its place in the order of all. */
export interface NumberedOutcome {
  readonly number: number;
  readonly outcome: Outcome;
}

/** Lines that are written without letting others have their turn. */
const LINES_PER_WRITE = 1_000;
const NEWLINE = 0x0a;

const common = { number: z.int().positive(), contact_id: z.string(), at: z.iso.datetime() };
const line = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('exposed'),
    feature: z.enum(FEATURES),
    arm: z.enum(ARMS),
    variant: z.string().nullable(),
    segment: z.string().nullable(),
    source: z.string().nullable(),
  }),
  z.object({ ...common, type: z.literal('happened'), kind: z.enum(OUTCOME_KINDS), is_hot: z.boolean() }),
]);
type Line = z.infer<typeof line>;

/** What the file holds, and how many of its lines could not be read. */
export interface OutcomeFileContent {
  readonly outcomes: readonly NumberedOutcome[];
  readonly damagedLines: number;
}

/** `growth/outcomes.jsonl`: every outcome that was ever recorded, one JSON line each, only ever appended to. */
export class OutcomeFile {
  /** Where the last whole line ends; what a crash or a full disk left behind it is cut off. */
  private goodBytes = 0;

  constructor(private readonly path: string) {}

  /** Reads all of it; only before the first {@link append}. */
  async read(): Promise<OutcomeFileContent> {
    const content = await readFile(this.path).catch((cause: unknown) => {
      if (isErrorCode(cause, 'ENOENT')) return Buffer.alloc(0);
      throw cause;
    });
    this.goodBytes = content.lastIndexOf(NEWLINE) + 1;
    const lines = content.subarray(0, this.goodBytes).toString('utf8').split('\n').slice(0, -1);
    const outcomes = lines.map(parseLine).filter((outcome) => outcome !== null);
    return { outcomes, damagedLines: lines.length - outcomes.length };
  }

  /**
   * Resolves once the outcomes are on disk.
   * @throws whatever the file system says; none of them then counts as written.
   */
  async append(outcomes: readonly NumberedOutcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const file = await open(this.path, 'a');
    try {
      await file.truncate(this.goodBytes);
      for (let start = 0; start < outcomes.length; start += LINES_PER_WRITE) {
        await file.appendFile(
          outcomes
            .slice(start, start + LINES_PER_WRITE)
            .map(formatLine)
            .join(''),
        );
      }
      await file.datasync();
      const { size } = await file.stat();
      if (this.goodBytes === 0) await syncFolder(dirname(this.path));
      this.goodBytes = size;
    } finally {
      await file.close();
    }
  }
}

function formatLine({ number, outcome }: NumberedOutcome): string {
  const common = { number, contact_id: outcome.contactId, at: new Date(outcome.atMs).toISOString() };
  return `${JSON.stringify({ ...common, ...detailsOf(outcome) })}\n`;
}

function detailsOf(outcome: Outcome): object {
  if (outcome.type === 'happened') return { type: outcome.type, kind: outcome.kind, is_hot: outcome.isHot };
  const { type, feature, arm, variant, segment, source } = outcome;
  return { type, feature, arm, variant, segment, source };
}

function parseLine(text: string): NumberedOutcome | null {
  try {
    return toOutcome(line.parse(JSON.parse(text)));
  } catch {
    return null;
  }
}

function toOutcome({ number, contact_id: contactId, at, ...details }: Line): NumberedOutcome {
  const common = { contactId, atMs: Date.parse(at) };
  if (details.type === 'exposed') return { number, outcome: { ...common, ...details } };
  return { number, outcome: { ...common, type: details.type, kind: details.kind, isHot: details.is_hot } };
}
