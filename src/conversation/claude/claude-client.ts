import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import type { Settings } from '../../config';
import type { ClaudeUsage } from '../state/claude-usage';
import { answerSchema } from './claude-answer';
import type { ClaudeAnswer } from './claude-answer';
import type { FallbackReason } from './claude-outcome';
import { costUsd } from './claude-prices';
import type { Prompt } from './prompt';

/** Far more than an answer takes: 300 characters of reply and a dozen facts with their words. */
const MAX_TOKENS = 1_200;

/** An answer of the right shape, or why there is none; what it cost is known whenever the API has answered. */
export type CallResult =
  | { readonly kind: 'answer'; readonly answer: ClaudeAnswer; readonly usage: ClaudeUsage }
  | { readonly kind: 'failure'; readonly reason: FallbackReason; readonly usage: ClaudeUsage | null };

/** One call of the Messages API: no retries, one deadline over everything, never an exception. */
export class ClaudeClient {
  private readonly api: Anthropic;

  constructor(private readonly settings: Settings['claude'] & { readonly apiKey: string }) {
    const { apiKey, baseUrl, timeoutMs } = settings;
    const address = baseUrl === undefined ? {} : { baseURL: baseUrl };
    // `null`: the SDK would otherwise look for a token of its own in the environment.
    this.api = new Anthropic({ apiKey, authToken: null, ...address, timeout: timeoutMs, maxRetries: 0 });
  }

  async ask({ fixed, turn }: Prompt, signal: AbortSignal): Promise<CallResult> {
    const deadline = AbortSignal.timeout(this.settings.timeoutMs);
    try {
      const message = await this.api.messages.create(
        {
          model: this.settings.model,
          max_tokens: MAX_TOKENS,
          system: [{ type: 'text', text: fixed, cache_control: { type: 'ephemeral' } }],
          messages: [{ role: 'user', content: turn }],
          output_config: { format: OUTPUT_FORMAT },
        },
        { signal: AbortSignal.any([signal, deadline]) },
      );
      return this.judge(message);
    } catch (error) {
      const reason = signal.aborted ? 'aborted' : deadline.aborted ? 'late' : reasonOf(error);
      return { kind: 'failure', reason, usage: null };
    }
  }

  private judge({ content, stop_reason, usage: counted }: Anthropic.Message): CallResult {
    const usage = this.usageOf(counted);
    const failed = (reason: FallbackReason) => ({ kind: 'failure', reason, usage }) as const;
    if (stop_reason === 'refusal') return failed('refused');
    const text = content.map((block) => (block.type === 'text' ? block.text : '')).join('');
    const answer = stop_reason === 'end_turn' ? answerSchema.safeParse(parseJson(text)) : null;
    return answer?.success ? { kind: 'answer', answer: answer.data, usage } : failed('malformed');
  }

  private usageOf(counted: Anthropic.Usage): ClaudeUsage {
    const count = {
      inputTokens: counted.input_tokens,
      outputTokens: counted.output_tokens,
      cacheReadTokens: counted.cache_read_input_tokens ?? 0,
      cacheWriteTokens: counted.cache_creation_input_tokens ?? 0,
    };
    return { calls: 1, ...count, costUsd: costUsd(this.settings.model, count) };
  }
}

const OUTPUT_FORMAT = { type: 'json_schema', schema: zodOutputFormat(answerSchema).schema } as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): FallbackReason {
  if (error instanceof Anthropic.APIConnectionTimeoutError) return 'late';
  if (!(error instanceof Anthropic.APIError) || error.status === undefined) return 'unavailable';
  const status = Number(error.status);
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 429 || status === 529) return 'overloaded';
  return status >= 500 ? 'unavailable' : 'rejected';
}
