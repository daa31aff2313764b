import { FirstLook } from './first-look';

let look: FirstLook;
let isOver: boolean;
beforeEach(() => {
  jest.useFakeTimers();
  look = new FirstLook();
  isOver = false;
  void look.whenEnded().then(() => (isOver = true));
});
afterEach(() => {
  jest.useRealTimers();
});

describe('bots: the first look at the CRM after a start', () => {
  it('is waited for until it has ended, and not again', async () => {
    await jest.advanceTimersByTimeAsync(0);
    expect(isOver).toBe(false);
    look.end();
    await jest.advanceTimersByTimeAsync(0);
    expect(isOver).toBe(true);
    await look.whenEnded();
  });

  it('is waited for no longer than five seconds', async () => {
    await jest.advanceTimersByTimeAsync(4_999);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
  });
});
