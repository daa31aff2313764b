import { costUsd } from './claude-models';

const MILLION = 1_000_000;
const NONE = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

describe('bots: what a call of Claude costs', () => {
  it.each<[string, number, number, number, number]>([
    // model, then USD for a million tokens: input, output, read from the cache, written to it
    ['claude-haiku-5-5', 0.1, 0.5, 0.01, 0.125],
    ['claude-haiku-4-5-20251001', 1, 5, 0.1, 1.25],
    ['claude-sonnet-5-5', 2, 10, 0.1, 2.5],
    ['claude-sonnet-5', 2, 10, 0.2, 2.5],
    ['claude-sonnet-4-5', 3, 15, 0.3, 3.75],
    ['claude-opus-5-5', 4, 20, 0.2, 5],
    ['claude-opus-5', 5, 25, 0.5, 6.25],
    ['claude-opus-4-5', 5, 25, 0.5, 6.25],
    ['claude-fable-5', 10, 50, 1, 12.5],
    // As dear as the dearest.
    ['somebody-elses-model', 10, 50, 1, 12.5],
  ])('%s', (model, input, output, read, written) => {
    expect(costUsd(model, { ...NONE, inputTokens: MILLION })).toBeCloseTo(input, 9);
    expect(costUsd(model, { ...NONE, outputTokens: MILLION })).toBeCloseTo(output, 9);
    expect(costUsd(model, { ...NONE, cacheReadTokens: MILLION })).toBeCloseTo(read, 9);
    expect(costUsd(model, { ...NONE, cacheWriteTokens: MILLION })).toBeCloseTo(written, 9);
  });

  it('adds up', () => {
    const tokens = { inputTokens: 200, outputTokens: 100, cacheReadTokens: 1_000, cacheWriteTokens: 400 };
    expect(costUsd('claude-haiku-4-5', tokens)).toBeCloseTo((200 + 100 + 500 + 500) / MILLION, 12);
  });
});
