import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PinoLogger } from 'nestjs-pino';
import { EXPOSED_MS, exposure, happening } from '../../../test/support/participants';
import { SystemClock } from '../../config/clock';
import { DataFolder, Journal } from '../../storage';
import { FEATURES } from '../feature';
import { OutcomeLog } from './outcome-log';
import { Outcomes } from './outcomes';
import { OUTCOME_KINDS } from './participation';
import type { Participation } from './participation';

const errors: object[] = [];
const logger = Object.assign(new PinoLogger({ pinoHttp: { level: 'silent' } }), {
  error: (line: object) => errors.push(line),
});

interface Running {
  readonly log: OutcomeLog;
  /** Everything so far is on disk. */
  readonly flush: () => Promise<void>;
  /** As at an orderly end. */
  readonly stop: () => Promise<void>;
  /** @returns a folder as a kill would have left this one. */
  readonly crash: () => Promise<string>;
}

async function start(dataDir: string, maxSegmentBytes?: number): Promise<Running> {
  const folder = await DataFolder.open(dataDir, new Date(EXPOSED_MS).toISOString(), () => undefined);
  const options = { retentionMs: 86_400_000, maxSegmentBytes };
  const journal = new Journal(await folder.folder('journal'), options, new SystemClock(), logger);
  const log = new OutcomeLog(journal, folder, logger);
  const writer = journal.register<object>({
    name: 'marker',
    recover: () => undefined,
    liveEntries: () => [],
    cover: () => Promise.resolve(),
  });
  await journal.onModuleInit();
  const flush = () => writer.append({});
  const stop = async () => {
    await journal.beforeApplicationShutdown();
    await folder.onApplicationShutdown();
  };
  const crash = async () => {
    await flush();
    const copy = await copyOf(dataDir);
    await stop();
    return copy;
  };
  return { log, flush, stop, crash };
}

/** The journal first: what it lets go of meanwhile stands in the file by then. */
async function copyOf(dataDir: string): Promise<string> {
  const copy = await newFolder();
  try {
    for (const name of ['journal', 'growth']) await cp(join(dataDir, name), join(copy, name), { recursive: true });
    return copy;
  } catch {
    // A segment was renamed between the listing and the copying.
    return copyOf(dataDir);
  }
}

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'outcomes-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const fileOf = (dataDir: string) => join(dataDir, 'growth', 'outcomes.jsonl');
const linesOf = async (dataDir: string) => (await readFile(fileOf(dataDir), 'utf8')).split('\n').slice(0, -1);

function everybody(log: OutcomeLog): readonly Participation[] {
  return FEATURES.flatMap((feature) => log.participations(feature));
}

describe('growth: outcomes on disk', () => {
  beforeEach(() => errors.splice(0));

  it('are there again after an orderly end, from a file for people', async () => {
    const dataDir = await newFolder();
    const first = await start(dataDir);
    first.log.exposed(exposure('ann'));
    first.log.happened(happening('ann', 'handoff_asked', { isHot: true }));
    const before = everybody(first.log);
    await first.stop();
    expect((await linesOf(dataDir)).map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        number: 1,
        contact_id: 'ann',
        at: '2026-11-23T16:00:00.000Z',
        type: 'exposed',
        feature: 'ab_response_style_testing',
        arm: 'treatment',
        variant: 'B',
        segment: 'hot_priority',
        source: 'zillow',
      },
      {
        number: 2,
        contact_id: 'ann',
        at: '2026-11-23T16:00:01.000Z',
        type: 'happened',
        kind: 'handoff_asked',
        is_hot: true,
      },
    ]);
    await rm(join(dataDir, 'journal'), { recursive: true });
    const second = await start(dataDir);
    expect(everybody(second.log)).toEqual(before);
    await second.stop();
  });

  it('are there again after a crash, from the journal, and then once in the file', async () => {
    const first = await start(await newFolder());
    first.log.exposed(exposure('ann'));
    first.log.happened(happening('ann', 'booked'));
    const before = everybody(first.log);
    const dataDir = await first.crash();
    await expect(readFile(fileOf(dataDir))).rejects.toThrow('ENOENT');
    const second = await start(dataDir);
    expect(everybody(second.log)).toEqual(before);
    second.log.happened(happening('ann', 'opted_out'));
    await second.stop();
    expect(await linesOf(dataDir)).toHaveLength(3);
  });

  it('leave no line for what does not count', async () => {
    const dataDir = await newFolder();
    const { log, stop } = await start(dataDir);
    log.happened(happening('ann', 'booked'));
    log.exposed(exposure('ann'));
    log.exposed(exposure('ann'));
    log.happened(happening('ann', 'booked'));
    log.happened(happening('ann', 'booked'));
    await stop();
    expect(await linesOf(dataDir)).toHaveLength(2);
  });

  it('lose no more than a torn last line, which is cut off', async () => {
    const dataDir = await newFolder();
    const first = await start(dataDir);
    first.log.exposed(exposure('ann'));
    await first.stop();
    await appendFile(fileOf(dataDir), '{"number":2,"contact_id":"bo');
    const second = await start(dataDir);
    second.log.exposed(exposure('cleo'));
    await second.stop();
    expect(errors).toEqual([]);
    const contacts = (await linesOf(dataDir)).map((line) => (JSON.parse(line) as { contact_id: string }).contact_id);
    expect(contacts).toEqual(['ann', 'cleo']);
  });

  it.each(['not JSON', '{"number":1}', '[]', '{"number":-1,"contact_id":"x","at":"never","type":"exposed"}'])(
    'skip a damaged line and say so: %s',
    async (damage) => {
      const dataDir = await newFolder();
      const first = await start(dataDir);
      first.log.exposed(exposure('ann'));
      first.log.exposed(exposure('bob'));
      await first.stop();
      const [ann = '', bob = ''] = await linesOf(dataDir);
      await writeFile(fileOf(dataDir), `${ann}\n${damage}\n${bob}\n`);
      const second = await start(dataDir);
      expect(everybody(second.log).map(({ contactId }) => contactId)).toEqual(['ann', 'bob']);
      expect(errors).toEqual([{ damaged_lines: 1 }]);
      await second.stop();
    },
  );

  it('are healed from the journal, in their old place, when it still has the damaged line', async () => {
    const first = await start(await newFolder());
    first.log.exposed(exposure('ann', { variant: 'A' }));
    first.log.happened(happening('ann', 'replied'));
    const dataDir = await first.crash();
    const reply = { number: 2, contact_id: 'ann', at: new Date(EXPOSED_MS + 1_000).toISOString(), type: 'happened' };
    await writeFile(fileOf(dataDir), `damaged\n${JSON.stringify({ ...reply, kind: 'replied', is_hot: false })}\n`);
    const second = await start(dataDir);
    expect(everybody(second.log)).toMatchObject([{ variant: 'A', firstAtMs: { replied: EXPOSED_MS + 1_000 } }]);
    await second.stop();
  });

  it('wait in the journal while the file cannot be written', async () => {
    const dataDir = await newFolder();
    await mkdir(join(dataDir, 'growth'), { recursive: true });
    const first = await start(dataDir);
    await mkdir(fileOf(dataDir));
    first.log.exposed(exposure('ann'));
    await first.stop();
    await rm(fileOf(dataDir), { recursive: true });
    const second = await start(dataDir);
    expect(everybody(second.log)).toMatchObject([{ contactId: 'ann' }]);
    await second.stop();
    expect(await linesOf(dataDir)).toHaveLength(1);
  });

  it('are the same after any sequence of crashes and orderly ends, at any size of the journal', async () => {
    const ids = fc.constantFrom('ann', 'bob');
    const times = fc.integer({ min: EXPOSED_MS, max: EXPOSED_MS + 5 });
    const exposures = fc.record({ contactId: ids, feature: fc.constantFrom(...FEATURES), atMs: times });
    const happenings = fc.record({
      contactId: ids,
      kind: fc.constantFrom(...OUTCOME_KINDS),
      isHot: fc.boolean(),
      atMs: times,
    });
    const steps = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: exposures },
        { weight: 5, arbitrary: happenings },
        fc.constantFrom('crash', 'stop', 'flush'),
      ),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(300, 1_000_000), async (all, maxSegmentBytes) => {
        let dataDir = await newFolder();
        const expected = new Outcomes();
        let running = await start(dataDir, maxSegmentBytes);
        for (const step of all) {
          if (step === 'flush') {
            await running.flush();
          } else if (step === 'crash' || step === 'stop') {
            dataDir = (await running[step]()) ?? dataDir;
            running = await start(dataDir, maxSegmentBytes);
          } else if ('kind' in step) {
            expected.add({ type: 'happened', ...step });
            running.log.happened(step);
          } else {
            expected.add({ type: 'exposed', ...exposure(step.contactId, step) });
            running.log.exposed(exposure(step.contactId, step));
          }
        }
        dataDir = await running.crash();
        running = await start(dataDir, maxSegmentBytes);
        expect(everybody(running.log)).toEqual(FEATURES.flatMap((feature) => expected.of(feature)));
        await running.stop();
        const lines = await linesOf(dataDir).catch(() => []);
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 30 },
    );
  });
});
