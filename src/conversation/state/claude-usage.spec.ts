import { addUsage, NO_USAGE } from './claude-usage';

const A = {
  calls: 1,
  inputTokens: 20,
  outputTokens: 300,
  cacheReadTokens: 4_000,
  cacheWriteTokens: 50_000,
  costUsd: 2,
};
const B = {
  calls: 2,
  inputTokens: 30,
  outputTokens: 400,
  cacheReadTokens: 5_000,
  cacheWriteTokens: 60_000,
  costUsd: 3,
};

describe('context: what Claude has cost', () => {
  it('adds up, each count by itself', () => {
    expect(addUsage(A, B)).toEqual({
      calls: 3,
      inputTokens: 50,
      outputTokens: 700,
      cacheReadTokens: 9_000,
      cacheWriteTokens: 110_000,
      costUsd: 5,
    });
    expect(addUsage(NO_USAGE, B)).toEqual(B);
  });
});
