import { z } from 'zod';

/** What Claude has cost: calls, tokens and whole-precision USD. */
export interface ClaudeUsage {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly costUsd: number;
}

export const NO_USAGE: ClaudeUsage = {
  calls: 0,
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  costUsd: 0,
};

export const claudeUsage = z.object({
  calls: z.number(),
  input_tokens: z.number(),
  output_tokens: z.number(),
  cache_read_tokens: z.number(),
  cache_write_tokens: z.number(),
  cost_usd: z.number(),
});
type UsageFile = z.infer<typeof claudeUsage>;

/** The sum of two; a conversation's count with one more call. */
export function addUsage(a: ClaudeUsage, b: ClaudeUsage): ClaudeUsage {
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    costUsd: a.costUsd + b.costUsd,
  };
}

export function toUsageFile(usage: ClaudeUsage): UsageFile {
  return {
    calls: usage.calls,
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cache_read_tokens: usage.cacheReadTokens,
    cache_write_tokens: usage.cacheWriteTokens,
    cost_usd: usage.costUsd,
  };
}

export function fromUsageFile(file: UsageFile): ClaudeUsage {
  return {
    calls: file.calls,
    inputTokens: file.input_tokens,
    outputTokens: file.output_tokens,
    cacheReadTokens: file.cache_read_tokens,
    cacheWriteTokens: file.cache_write_tokens,
    costUsd: file.cost_usd,
  };
}
