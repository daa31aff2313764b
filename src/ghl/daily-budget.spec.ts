import { StillClock } from '../../test/support/still-clock';
import { DailyBudget } from './daily-budget';

const MINUTE_MS = 60_000;
const NOTHING = { max: null, intervalMs: null, remaining: null, dailyLimit: null, dailyRemaining: null };

const warn = jest.fn();
let clock: StillClock;
let budget: DailyBudget;
beforeEach(() => {
  warn.mockClear();
  clock = new StillClock();
  budget = new DailyBudget(clock, { warn });
});

const learn = (dailyRemaining: number, dailyLimit: number | null = null) => {
  budget.learn({ ...NOTHING, dailyLimit, dailyRemaining });
};
const lanes = () => (['reply', 'urgent', 'routine'] as const).map((lane) => budget.allows(lane));

describe('ghl: the calls that a day still has', () => {
  it('are enough as long as GHL says nothing', () => {
    budget.learn(NOTHING);
    expect(lanes()).toEqual([true, true, true]);
    expect(warn).not.toHaveBeenCalled();
  });

  it('are kept for texts when fewer than a fiftieth of the published 200,000 are left, but for one probe a minute', () => {
    learn(4_000);
    expect([budget.allows('routine'), budget.allows('routine')]).toEqual([true, true]);
    learn(3_999);
    expect(lanes()).toEqual([true, true, true]);
    expect(lanes()).toEqual([true, true, false]);
    clock.nowMs += MINUTE_MS - 1;
    expect(budget.allows('routine')).toBe(false);
    clock.nowMs += 1;
    expect([budget.allows('routine'), budget.allows('routine')]).toEqual([true, false]);
    learn(150_000);
    expect([budget.allows('routine'), budget.allows('routine')]).toEqual([true, true]);
  });

  it('are measured by the limit that GHL announces', () => {
    learn(20, 1_000);
    expect([budget.allows('routine'), budget.allows('routine')]).toEqual([true, true]);
    learn(19);
    expect([budget.allows('routine'), budget.allows('routine')]).toEqual([true, false]);
  });

  it('are not believed when there are more of them than the day has', () => {
    learn(10, 1_000);
    learn(1_001);
    expect([budget.allows('routine'), budget.allows('routine')]).toEqual([true, false]);
  });

  it('are warned of once below a tenth, and again the next day', () => {
    learn(100, 1_000);
    expect(warn).not.toHaveBeenCalled();
    learn(99);
    learn(98);
    expect(warn.mock.calls).toEqual([[{ daily_remaining: 99, daily_limit: 1_000 }, 'GHL daily budget below 10%']]);
    learn(1_000);
    learn(50);
    expect(warn).toHaveBeenCalledTimes(2);
  });
});
