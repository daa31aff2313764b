import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PinoLogger } from 'nestjs-pino';
import { SystemClock } from '../../config/clock';
import { DataFolder, Journal } from '../../storage';
import { FEATURES } from '../feature';
import { OutcomeLog } from './outcome-log';
import { Outcomes } from './outcomes';
import { OUTCOME_KINDS } from './participation';
import type { Exposure, Happening, Outcome, Participation } from './participation';

const T0 = Date.parse('2026-11-23T16:00:00.000Z');
const errors: object[] = [];
const logger = Object.assign(new PinoLogger({ pinoHttp: { level: 'silent' } }), {
  error: (line: object) => errors.push(line),
});

interface Running {
  readonly log: OutcomeLog;
  readonly folder: DataFolder;
  /** As at an orderly end. */
  stop(): Promise<void>;
  /** As after a kill: what is on disk is all there is. */
  crash(): Promise<void>;
}

async function start(dataDir: string, maxSegmentBytes?: number): Promise<Running> {
  const folder = await DataFolder.open(dataDir, new Date(T0).toISOString(), () => undefined);
  const options = { retentionMs: 86_400_000, maxSegmentBytes };
  const journal = new Journal(await folder.folder('journal'), options, new SystemClock(), logger);
  const log = new OutcomeLog(journal, folder, logger);
  const writer = journal.register({
    name: 'marker',
    recover: () => undefined,
    liveEntries: () => [],
    cover: () => Promise.resolve(),
  });
  await journal.onModuleInit();
  return {
    log,
    folder,
    stop: async () => {
      await journal.beforeApplicationShutdown();
      await folder.onApplicationShutdown();
    },
    crash: async () => {
      // Everything before it is on disk with it.
      await writer.append({});
      crashed.push(journal);
      await folder.onApplicationShutdown();
    },
  };
}

const folders: string[] = [];
const crashed: Journal[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'outcomes-'));
  folders.push(folder);
  return folder;
}

/** Without their folders, the crashed ones can but close their files. */
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  for (const journal of crashed.splice(0)) await journal.beforeApplicationShutdown();
});

const fileOf = (dataDir: string) => join(dataDir, 'growth', 'outcomes.jsonl');
const linesOf = async (dataDir: string) => (await readFile(fileOf(dataDir), 'utf8')).split('\n').slice(0, -1);

function everybody(log: OutcomeLog): readonly Participation[] {
  return FEATURES.flatMap((feature) => log.participations(feature));
}

function exposure(contactId: string, change: Partial<Exposure> = {}): Exposure {
  return {
    contactId,
    feature: 'ab_response_style_testing',
    arm: 'treatment',
    variant: 'B',
    segment: 'hot_priority',
    source: 'zillow',
    atMs: T0,
    ...change,
  };
}

function happening(contactId: string, kind: Happening['kind'], change: Partial<Happening> = {}): Happening {
  return { contactId, kind, isHot: false, atMs: T0 + 1_000, ...change };
}

describe('growth: what counts as an outcome', () => {
  const outcomesOf = (...given: readonly Outcome[]): readonly Participation[] => {
    const outcomes = new Outcomes();
    for (const outcome of given) outcomes.add(outcome);
    return FEATURES.flatMap((feature) => outcomes.of(feature));
  };
  const exposed = (contactId: string, change?: Partial<Exposure>): Outcome => ({
    type: 'exposed',
    ...exposure(contactId, change),
  });
  const happened = (...args: Parameters<typeof happening>): Outcome => ({ type: 'happened', ...happening(...args) });

  it('is the first exposure of a contact to a feature', () => {
    const again = exposed('ann', { variant: 'A', source: 'website', atMs: T0 + 5 });
    const other = exposed('ann', { feature: 'sla_handoff_thresholds', arm: 'control' });
    expect(outcomesOf(exposed('ann'), again, other)).toMatchObject([
      { feature: 'ab_response_style_testing', variant: 'B', source: 'zillow', atMs: T0 },
      { feature: 'sla_handoff_thresholds', arm: 'control' },
    ]);
  });

  it('is the first of each kind after it', () => {
    const [ann] = outcomesOf(
      happened('ann', 'replied', { atMs: T0 }),
      exposed('ann'),
      happened('ann', 'booked', { atMs: T0 - 1 }),
      happened('ann', 'opted_out', { atMs: T0 }),
      happened('ann', 'opted_out', { atMs: T0 + 9 }),
      happened('bob', 'booked'),
    );
    expect(ann?.firstAtMs).toEqual({
      replied: null,
      booked: null,
      opted_out: T0,
      handoff_asked: null,
      person_wrote: null,
    });
  });

  it('counts for every experiment that the contact is in by then', () => {
    const [style, timing] = outcomesOf(
      exposed('ann'),
      happened('ann', 'replied', { atMs: T0 + 1 }),
      exposed('ann', { feature: 'sla_handoff_thresholds', atMs: T0 + 2 }),
      happened('ann', 'replied', { atMs: T0 + 3 }),
    );
    expect([style?.firstAtMs.replied, timing?.firstAtMs.replied]).toEqual([T0 + 1, T0 + 3]);
  });

  it('is what a person writes once one was asked for, and whether the lead was hot then', () => {
    const [ann] = outcomesOf(
      exposed('ann'),
      happened('ann', 'person_wrote', { atMs: T0 + 1, isHot: true }),
      happened('ann', 'handoff_asked', { atMs: T0 + 2, isHot: true }),
      happened('ann', 'person_wrote', { atMs: T0 + 5 }),
    );
    expect(ann).toMatchObject({ isHotHandoff: true, firstAtMs: { handoff_asked: T0 + 2, person_wrote: T0 + 5 } });
  });
});

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
    const dataDir = await newFolder();
    const first = await start(dataDir);
    first.log.exposed(exposure('ann'));
    first.log.happened(happening('ann', 'booked'));
    const before = everybody(first.log);
    await first.crash();
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
    const dataDir = await newFolder();
    const first = await start(dataDir);
    first.log.exposed(exposure('ann', { variant: 'A' }));
    first.log.happened(happening('ann', 'replied'));
    await first.crash();
    await mkdir(join(dataDir, 'growth'), { recursive: true });
    const reply = { number: 2, contact_id: 'ann', at: new Date(T0 + 1_000).toISOString(), type: 'happened' };
    await writeFile(fileOf(dataDir), `damaged\n${JSON.stringify({ ...reply, kind: 'replied', is_hot: false })}\n`);
    const second = await start(dataDir);
    expect(everybody(second.log)).toMatchObject([{ variant: 'A', firstAtMs: { replied: T0 + 1_000 } }]);
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
    const times = fc.integer({ min: T0, max: T0 + 5 });
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
        fc.constantFrom('crash', 'stop'),
      ),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(300, 1_000_000), async (all, maxSegmentBytes) => {
        const dataDir = await newFolder();
        const expected = new Outcomes();
        let running = await start(dataDir, maxSegmentBytes);
        for (const step of all) {
          if (typeof step === 'string') {
            await running[step]();
            running = await start(dataDir, maxSegmentBytes);
          } else if ('kind' in step) {
            expected.add({ type: 'happened', ...step });
            running.log.happened(step);
          } else {
            expected.add({ type: 'exposed', ...exposure(step.contactId, step) });
            running.log.exposed(exposure(step.contactId, step));
          }
        }
        await running.crash();
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
