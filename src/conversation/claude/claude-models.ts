import type { ClaudeUsage } from '../state';

/** What a model costs, and how it is asked to answer at once. */
interface ModelTraits {
  /** USD for a million tokens. */
  readonly inputUsd: number;
  readonly outputUsd: number;
  /** Of the price of input, for a token that the prompt cache served. */
  readonly cacheReadShare: number;
  /** An SMS needs no thinking ahead, and thinking takes seconds; each generation is told so in its own way. */
  readonly quick: QuickAnswer;
}
type QuickAnswer = {
  readonly thinking?: { readonly type: 'disabled' | 'between_tools' };
  readonly effort?: 'low';
};

const NO_THINKING: QuickAnswer = { thinking: { type: 'disabled' } };
const NO_THINKING_AHEAD: QuickAnswer = { thinking: { type: 'between_tools' } };
/** For those that cannot be told not to think. */
const LITTLE_THINKING: QuickAnswer = { effort: 'low' };
/** Those up to 4.8 think only if they are told to. */
const AS_IT_IS: QuickAnswer = {};

/**
 * By the beginning of the model's name, the longest first. Sources, November 2026:
 * platform.claude.com/docs/en/about-claude/pricing (Haiku 5.5: prompts of up to 100,000 tokens, which ours never
 * exceed) and .../build-with-claude/thinking. What a retired model or another platform costs is not in it.
 */
const MODELS: readonly (readonly [name: string, traits: ModelTraits])[] = [
  ['claude-haiku-5-5', { inputUsd: 0.1, outputUsd: 0.5, cacheReadShare: 0.1, quick: NO_THINKING }],
  ['claude-haiku', { inputUsd: 1, outputUsd: 5, cacheReadShare: 0.1, quick: AS_IT_IS }],
  ['claude-sonnet-5-5', { inputUsd: 2, outputUsd: 10, cacheReadShare: 0.05, quick: NO_THINKING_AHEAD }],
  ['claude-sonnet-5', { inputUsd: 2, outputUsd: 10, cacheReadShare: 0.1, quick: NO_THINKING }],
  ['claude-sonnet', { inputUsd: 3, outputUsd: 15, cacheReadShare: 0.1, quick: AS_IT_IS }],
  ['claude-opus-5-5', { inputUsd: 4, outputUsd: 20, cacheReadShare: 0.05, quick: LITTLE_THINKING }],
  ['claude-opus-5', { inputUsd: 5, outputUsd: 25, cacheReadShare: 0.1, quick: NO_THINKING }],
  ['claude-opus', { inputUsd: 5, outputUsd: 25, cacheReadShare: 0.1, quick: AS_IT_IS }],
  ['claude-fable', { inputUsd: 10, outputUsd: 50, cacheReadShare: 0.1, quick: LITTLE_THINKING }],
];

/** As dear as the dearest, so that no budget is exceeded unseen. */
const UNKNOWN_MODEL: ModelTraits = { inputUsd: 10, outputUsd: 50, cacheReadShare: 0.1, quick: AS_IT_IS };

/** Of the price of input, for a token that is kept in the prompt cache for five minutes. */
const CACHE_WRITE_SHARE = 1.25;

/** Tokens of one call as the API counts them: input without what the prompt cache served or took. */
export type TokenCount = Omit<ClaudeUsage, 'calls' | 'costUsd'>;

/** What one call cost, USD. */
export function costUsd(model: string, tokens: TokenCount): number {
  const { inputUsd, outputUsd, cacheReadShare } = traitsOf(model);
  const input =
    tokens.inputTokens + cacheReadShare * tokens.cacheReadTokens + CACHE_WRITE_SHARE * tokens.cacheWriteTokens;
  return (inputUsd * input + outputUsd * tokens.outputTokens) / 1_000_000;
}

/** The parameters with which the model answers at once; none where it is not known what it takes. */
export function quickAnswerOf(model: string): QuickAnswer {
  return traitsOf(model).quick;
}

function traitsOf(model: string): ModelTraits {
  return MODELS.find(([name]) => model.startsWith(name))?.[1] ?? UNKNOWN_MODEL;
}
