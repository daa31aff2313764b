import { createRequire } from 'node:module';
import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import type { Settings } from '../../config';
import { noteOnSpan, withSpan } from '../../telemetry';
import type { SpanAttributes } from '../../telemetry';
import type { ClaudeUsage } from '../state';
import { OUTPUT_SCHEMA, parseAnswer } from './claude-answer';
import type { ClaudeAnswer } from './claude-answer';
import type { FallbackReason } from './claude-outcome';
import { costUsd, quickAnswerOf } from './claude-models';
import type { Prompt } from './prompt';
import { unlessAborted } from './unless-aborted';

/** Room for some thinking, a dozen facts and a reply. */
const MAX_TOKENS = 2_048;

/** An answer of the right shape, or why there is none; what it cost is known whenever a model has answered. */
export type CallResult =
  | { readonly kind: 'answer'; readonly answer: ClaudeAnswer; readonly usage: ClaudeUsage }
  | (ClaudeFault & { readonly kind: 'failure'; readonly usage: ClaudeUsage | null });

type Failure = Extract<CallResult, { readonly kind: 'failure' }>;

/** Why Claude is not to be had. */
export interface ClaudeFault {
  readonly reason: FallbackReason;
  readonly statusCode?: number;
}

/** What is read of a message; a proxy can answer anything. */
const messageSchema = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullable(),
  usage: z.object({
    input_tokens: z.int().nonnegative(),
    output_tokens: z.int().nonnegative(),
    cache_read_input_tokens: z.int().nonnegative().nullish(),
    cache_creation_input_tokens: z.int().nonnegative().nullish(),
  }),
});
type Message = z.infer<typeof messageSchema>;

type Sdk = typeof import('@anthropic-ai/sdk');

/** One call of the Messages API: no retries, and never an exception. */
export class ClaudeClient {
  private readonly sdk: Sdk;
  private readonly api: Anthropic;

  constructor(private readonly settings: Settings['claude'] & { readonly apiKey: string }) {
    // The SDK takes 17 MB and 0.1 s, which nobody without a key should pay; Jest has no `import()`.
    this.sdk = createRequire(__filename)('@anthropic-ai/sdk') as Sdk;
    this.api = new this.sdk.Anthropic({
      apiKey: settings.apiKey,
      baseURL: settings.baseUrl,
      timeout: settings.timeoutMs,
      maxRetries: 0,
      // A redirect would carry the contact's words elsewhere; the SDK's log has them in it at its debug level.
      fetchOptions: { redirect: 'error' },
      logLevel: 'off',
    });
  }

  /**
   * @param deadline when it is too late; covers the body too, which the SDK's own timeout does not.
   * @param signal of the caller, who may have no use for the answer any more.
   */
  call(prompt: Prompt, deadline: AbortSignal, signal?: AbortSignal): Promise<CallResult> {
    const about = { 'gen_ai.provider.name': 'anthropic', 'gen_ai.request.model': this.settings.model };
    const call = async () => {
      const result = await this.ask(prompt, deadline, signal);
      noteOnSpan(describe(result));
      return result;
    };
    return withSpan('claude call', about, call, 'client');
  }

  /**
   * Asks the API to describe the model, which costs nothing: tells whether the key opens it.
   * @returns `null` when it does; else why not. `statusCode` 404: there is no such model.
   */
  async findFault(deadline: AbortSignal): Promise<ClaudeFault | null> {
    try {
      await unlessAborted(this.api.models.retrieve(this.settings.model, {}, { signal: deadline }), deadline);
      return null;
    } catch (error) {
      return deadline.aborted ? { reason: 'late' } : this.failureOf(error);
    }
  }

  private async ask({ fixed, turn }: Prompt, deadline: AbortSignal, signal?: AbortSignal): Promise<CallResult> {
    const { model } = this.settings;
    const { thinking, effort } = quickAnswerOf(model);
    const until = signal ? AbortSignal.any([deadline, signal]) : deadline;
    try {
      const message = this.api.messages.create(
        {
          model,
          max_tokens: MAX_TOKENS,
          system: [{ type: 'text', text: fixed, cache_control: { type: 'ephemeral' } }],
          messages: [{ role: 'user', content: turn }],
          output_config: { ...(effort && { effort }), format: { type: 'json_schema', schema: OUTPUT_SCHEMA } },
          ...(thinking && { thinking }),
        },
        { signal: until },
      );
      return this.judge(await unlessAborted(message, until));
    } catch (error) {
      if (signal?.aborted) return failure('aborted');
      return deadline.aborted ? failure('late') : this.failureOf(error);
    }
  }

  private judge(received: unknown): CallResult {
    const { data: message } = messageSchema.safeParse(received);
    // Whatever has answered, it was not the API.
    if (!message) return failure('unavailable');
    const usage = this.usageOf(message);
    if (message.stop_reason === 'refusal') return { kind: 'failure', reason: 'refused', usage };
    const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
    const answer = message.stop_reason === 'end_turn' ? parseAnswer(text) : null;
    return answer ? { kind: 'answer', answer, usage } : { kind: 'failure', reason: 'malformed', usage };
  }

  private usageOf({ usage }: Message): ClaudeUsage {
    const tokens = {
      inputTokens: usage.input_tokens,
      outputTokens: usage.output_tokens,
      cacheReadTokens: usage.cache_read_input_tokens ?? 0,
      cacheWriteTokens: usage.cache_creation_input_tokens ?? 0,
    };
    return { calls: 1, ...tokens, costUsd: costUsd(this.settings.model, tokens) };
  }

  private failureOf(error: unknown): Failure {
    if (error instanceof this.sdk.APIConnectionTimeoutError) return failure('late');
    const statusCode = error instanceof this.sdk.APIError ? Number(error.status ?? 0) : 0;
    if (statusCode === 0) return failure('unavailable');
    return { ...failure(reasonOf(statusCode)), statusCode };
  }
}

/** Named as OpenTelemetry names them (semantic conventions for generative AI). */
function describe(result: CallResult): SpanAttributes {
  const { usage } = result;
  const reason = result.kind === 'failure' ? result.reason : undefined;
  return {
    'claude.outcome': reason ?? 'answered',
    // Whoever aborts a call has no use for it any more: nothing has failed.
    'error.type': reason === 'aborted' ? undefined : reason,
    'http.response.status_code': result.kind === 'failure' ? result.statusCode : undefined,
    'gen_ai.usage.input_tokens': usage?.inputTokens,
    'gen_ai.usage.output_tokens': usage?.outputTokens,
    'gen_ai.usage.cache_read.input_tokens': usage?.cacheReadTokens,
    'gen_ai.usage.cache_creation.input_tokens': usage?.cacheWriteTokens,
  };
}

function failure(reason: FallbackReason): Failure {
  return { kind: 'failure', reason, usage: null };
}

function reasonOf(statusCode: number): FallbackReason {
  if (statusCode === 401 || statusCode === 403) return 'unauthorised';
  if (statusCode === 429 || statusCode === 529) return 'overloaded';
  return statusCode >= 500 ? 'unavailable' : 'rejected';
}
