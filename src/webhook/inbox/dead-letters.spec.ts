import { DONE, InboxBed, REFUSED } from '../../../test/support/inbox-bed';
import { eventually } from '../../../test/support/test-app';

let bed: InboxBed;
beforeEach(async () => {
  bed = await InboxBed.start();
});
afterEach(() => bed.close());

const until = (isSo: () => boolean) => eventually(() => isSo() || null);
const isIdle = () => bed.inbox.backlog === 0;

describe('webhook: dead letters in the inbox', () => {
  it('has a parked event handled again when a person asks, as a replay', async () => {
    bed.handle = (_event, times) => Promise.resolve(times === 1 ? REFUSED : times === 2 ? bed.waiting() : DONE);
    await bed.inbox.accept(bed.text('e1'));
    await until(() => bed.inbox.listParked().length === 1);
    const replayed = await bed.inbox.replay('e1');
    expect(replayed).toMatchObject({ event: { id: 'e1' }, parkedAtMs: null });
    await until(isIdle);
    expect(bed.handled.map(({ isReplay }) => isReplay)).toEqual([false, true, true]);
    expect(bed.parkedIds).toEqual([]);
    await bed.restart();
    expect(await bed.entries()).toContainEqual({ kind: 'replayed', id: 'e1', atMs: bed.clock.now() });
  });

  it('keeps the promise of a replay that a stop came between', async () => {
    bed.handle = () => Promise.resolve(REFUSED);
    await bed.inbox.accept(bed.text('e1'));
    await until(() => bed.parkedIds.length === 1);
    bed.handle = () => Promise.resolve(bed.waiting({ wakeAtMs: null }));
    await bed.inbox.replay('e1');
    await bed.restart();
    expect(bed.handled).toEqual([{ id: 'e1', isReplay: true, status: 'processing' }]);
  });

  it('replays nothing that is not parked', async () => {
    bed.handle = () => Promise.resolve(bed.waiting({ wakeAtMs: null }));
    await bed.inbox.accept(bed.text('e1'));
    expect([await bed.inbox.replay('e1'), await bed.inbox.replay('e2')]).toEqual([null, null]);
    expect(bed.handledIds).toEqual(['e1']);
  });

  it('keeps the latest thousand dead letters', async () => {
    bed.handle = () => Promise.resolve(REFUSED);
    for (let index = 0; index <= 1_000; index++) await bed.inbox.accept(bed.text(`e${String(index)}`));
    await until(isIdle);
    expect([bed.parkedIds.length, bed.parkedIds[0]]).toEqual([1_000, 'e1']);
    expect([bed.statusOf('e0'), bed.statusOf('e1')]).toEqual(['processed', 'failed']);
  });
});
