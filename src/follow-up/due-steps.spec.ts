import { openConversations } from '../../test/support/open-conversations';
import { eventually } from '../../test/support/test-app';
import { DueSteps } from './due-steps';
import { Schedule } from './schedule';
import type { ScheduledStep } from './schedule';

const PAUSE_MS = 60_000;

type State = Awaited<ReturnType<typeof openConversations<Schedule>>>;
let state: State;
beforeEach(async () => {
  state = await openConversations((journal, _manager, clock) => new Schedule(journal, clock));
});
afterEach(() => state.close());

/** Steps of so many contacts, all due, taken by hand. */
async function open(contacts: number, maxParallel = Infinity) {
  const schedule = state.more;
  for (let index = 1; index <= contacts; index += 1) await schedule.put(stepOf(`contact${index}`));
  const begun: { readonly step: ScheduledStep; readonly end: (failure?: Error) => void }[] = [];
  const failures: unknown[] = [];
  const steps = new DueSteps<string>(schedule, {
    take: (step) =>
      new Promise((resolve, reject) => {
        begun.push({
          step,
          end: (failure) => {
            if (failure) reject(failure);
            else resolve('taken');
          },
        });
      }),
    onFailure: (step, cause) => failures.push([step.contactId, cause]),
    failurePauseMs: PAUSE_MS,
    maxParallel,
  });
  return { schedule, steps, begun, failures };
}

function stepOf(contactId: string): ScheduledStep {
  const dueAtMs = state.clock.now();
  return { contactId, locationId: 'loc1', id: 'id', step: 'step', reason: '', dueAtMs, heldBy: null, cancelled: null };
}

describe('follow-ups: what is due', () => {
  it('is taken once at a time per contact, however often the schedule is looked at', async () => {
    const { steps, begun } = await open(2);
    steps.look();
    steps.look();
    expect(begun.map(({ step }) => step.contactId)).toEqual(['contact1', 'contact2']);
    const asked = steps.run(stepOf('contact1'));
    begun[0]?.end();
    expect(await asked).toBe('taken');
    expect(begun).toHaveLength(2);
  });

  it('waits where too much is under way', async () => {
    const { steps, begun } = await open(3, 2);
    steps.look();
    expect(begun).toHaveLength(2);
  });

  it('is told of once where it fails, and not tried again at once', async () => {
    const { schedule, steps, begun, failures } = await open(1);
    for (let looks = 0; looks < 3; looks += 1) steps.look();
    const cause = new Error('broken');
    begun[0]?.end(cause);
    await eventually(() => (schedule.due().length === 0 ? true : null));
    expect(failures).toEqual([['contact1', cause]]);
    steps.look();
    expect(begun).toHaveLength(1);
    const waitsMs = Number(schedule.find(stepOf('contact1'))?.dueAtMs) - state.clock.now();
    expect(waitsMs).toBeGreaterThan(PAUSE_MS / 2);
    expect(waitsMs).toBeLessThanOrEqual(PAUSE_MS);
  });
});
