import type { ClaudeUsage } from '../state/claude-usage';

/** USD for a million tokens. */
interface Price {
  readonly input: number;
  readonly output: number;
}

/**
 * By model family, as published for the 4.5 generation (platform.claude.com/docs/en/about-claude/pricing). A model of no
 * known family counts as the dearest, so that a budget is never exceeded unseen.
 */
const PRICES: readonly (readonly [family: string, price: Price])[] = [
  ['haiku', { input: 1, output: 5 }],
  ['sonnet', { input: 3, output: 15 }],
];
const DEAREST: Price = { input: 5, output: 25 };

/** Writing the prompt's fixed part to the cache for five minutes, and reading it from there, relative to input. */
const CACHE_WRITE = 1.25;
const CACHE_READ = 0.1;

/** Tokens of one call as the API counts them: input without what was read from or written to the cache. */
export type TokenCount = Omit<ClaudeUsage, 'calls' | 'costUsd'>;

/** What a call cost, USD. */
export function costUsd(model: string, count: TokenCount): number {
  const price = PRICES.find(([family]) => model.includes(family))?.[1] ?? DEAREST;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = count;
  const input = inputTokens + CACHE_WRITE * cacheWriteTokens + CACHE_READ * cacheReadTokens;
  return (price.input * input + price.output * outputTokens) / 1_000_000;
}
