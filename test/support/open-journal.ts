import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { SystemClock } from '../../src/config/clock';
import { Journal } from '../../src/storage';
import type { JournalTopic, JournalWriter } from '../../src/storage';

export interface Entry {
  readonly text: string;
}

export const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
export const DAY_MS = 86_400_000;

export interface Opened {
  readonly journal: Journal;
  readonly writer: JournalWriter<Entry>;
  readonly recovered: string[];
}

/** A journal with one topic that is covered at once, unless `topic` says otherwise. */
export async function openJournal(
  folder: string,
  topic: Partial<JournalTopic<Entry>> = {},
  maxSegmentBytes?: number,
): Promise<Opened> {
  const journal = new Journal(folder, { retentionMs: DAY_MS, maxSegmentBytes }, new SystemClock(), logger);
  const recovered: string[] = [];
  const writer = journal.register<Entry>({
    name: 'test',
    recover: ({ text }) => {
      recovered.push(text);
    },
    liveEntries: () => [],
    cover: () => Promise.resolve(),
    ...topic,
  });
  await journal.onModuleInit();
  return { journal, writer, recovered };
}

export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'journal-'));
}

/** What the topic gets back as after a crash: nobody closes the first one. */
export async function reopen(folder: string): Promise<string[]> {
  return (await openJournal(folder)).recovered;
}
