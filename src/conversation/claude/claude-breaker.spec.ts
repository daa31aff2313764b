import { answerWith, fails, says } from '../../../test/support/messages-api';
import { claudeRequest, startClaudeReader } from '../../../test/support/start-claude-reader';
import type { ClaudeTestBed } from '../../../test/support/start-claude-reader';
import type { ClaudeRequest } from './claude-outcome';

const OPEN_MS = 60_000;

let bed: ClaudeTestBed;
afterEach(async () => {
  jest.restoreAllMocks();
  await bed.stop();
});

const read = (change: Partial<ClaudeRequest> = {}, signal?: AbortSignal) =>
  bed.reader.read(claudeRequest(bed.profile, change), signal);
const fallback = (reason: string) => expect.objectContaining({ kind: 'fallback', reason }) as unknown;
/** A request that no other is equal to. */
let times = 0;
const another = (): Partial<ClaudeRequest> => ({ texts: [`text ${(times += 1)}`] });

/** The breaker goes by the real clock. */
function turnRealClock(ms: number): void {
  const now = Date.now() + ms;
  jest.spyOn(Date, 'now').mockReturnValue(now);
}

describe('bots: Claude is left alone when it is down', () => {
  it('for a minute after five failures in a row; then one call tries', async () => {
    bed = await startClaudeReader();
    bed.api.always = fails(500);
    for (let count = 1; count <= 5; count++) {
      expect(bed.reader.mode()).toBe('live');
      expect(await read()).toEqual(fallback('unavailable'));
    }
    expect(bed.reader.mode()).toBe('degraded');
    expect(await read()).toEqual(fallback('breaker_open'));
    expect(bed.api.requests).toHaveLength(5);
    expect(bed.log().at(-1)).toMatchObject({ outcome: 'breaker_open', fallback_used: true });

    turnRealClock(OPEN_MS);
    expect(await read()).toEqual(fallback('unavailable'));
    expect(await read()).toEqual(fallback('breaker_open'));
    expect(bed.api.requests).toHaveLength(6);

    turnRealClock(OPEN_MS);
    bed.api.always = says(answerWith());
    expect(await Promise.all([read(another()), read(another())])).toMatchObject([
      { kind: 'answered' },
      { kind: 'answered' },
    ]);
    expect(bed.reader.mode()).toBe('live');
  });

  it.each([401, 403])('at once when the key is not good (%i)', async (status) => {
    bed = await startClaudeReader();
    bed.api.next(fails(status));
    expect(await read()).toEqual(fallback('unauthorised'));
    expect(bed.reader.mode()).toBe('degraded');
    expect(await read()).toEqual(fallback('breaker_open'));
    turnRealClock(OPEN_MS);
    expect(await read()).toMatchObject({ kind: 'answered' });
    expect(bed.reader.mode()).toBe('live');
  });

  it('not because a model refused, and not because callers had no use for answers', async () => {
    bed = await startClaudeReader();
    bed.api.always = says('', 'refusal');
    for (let count = 1; count <= 6; count++) expect(await read()).toEqual(fallback('refused'));
    for (let count = 1; count <= 6; count++) await read({}, AbortSignal.abort());
    expect(bed.reader.mode()).toBe('live');
  });

  it('also when callers abort in between, which says nothing', async () => {
    bed = await startClaudeReader();
    bed.api.always = fails(500);
    for (let count = 1; count <= 5; count++) {
      await read();
      await read({}, AbortSignal.abort());
    }
    expect(bed.reader.mode()).toBe('degraded');
  });

  it('and an answer known from before is given all the same', async () => {
    bed = await startClaudeReader();
    await read();
    bed.api.always = fails(401);
    await read(another());
    expect(bed.reader.mode()).toBe('degraded');
    expect(await read()).toMatchObject({ kind: 'answered', isCached: true });
  });

  it('and a trial that its caller aborts leaves it as it was: the next failure is enough', async () => {
    bed = await startClaudeReader();
    bed.api.always = fails(500);
    for (let count = 1; count <= 5; count++) await read();
    turnRealClock(OPEN_MS);
    await read({}, AbortSignal.abort());
    expect(await read()).toEqual(fallback('unavailable'));
    expect(await read()).toEqual(fallback('breaker_open'));
  });
});
