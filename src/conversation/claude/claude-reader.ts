import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhenResult } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { SETTINGS } from '../../config';
import type { Settings } from '../../config';
import { Registry } from '../../telemetry';
import { NO_USAGE } from '../state/claude-usage';
import type { ClaudeUsage } from '../state/claude-usage';
import { provenFacts } from './claude-answer';
import type { ClaudeAnswer } from './claude-answer';
import { ClaudeClient } from './claude-client';
import type { CallResult } from './claude-client';
import type { ClaudeMode, ClaudeOutcome, ClaudeReading, FallbackReason } from './claude-outcome';
import { buildPrompt } from './prompt';
import type { ClaudeRequest, Prompt } from './prompt';

const CACHED_MS = 5 * 60_000;
const CACHED_ANSWERS = 1_000;
const FAILURES_TO_OPEN = 5;
const OPEN_MS = 60_000;

/** What says nothing about whether Claude is there. */
const NO_FAILURE: readonly FallbackReason[] = ['aborted', 'refused'];

/**
 * Has Claude read a turn's texts. What comes back has been checked: shape, evidence, and that the reply asks what was
 * planned. After five failures in a row Claude is left alone for a minute; without a key it is never asked.
 */
@Injectable()
export class ClaudeReader {
  private readonly client: ClaudeClient | null;
  private readonly cache = new LRUCache<string, ClaudeAnswer>({ max: CACHED_ANSWERS, ttl: CACHED_MS });
  private readonly breaker = circuitBreaker(
    handleWhenResult((result) => isFailure(result as CallResult)),
    { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  /** The last answer said that the key is not good: there is no need for five of them to know. */
  private isLockedOut = false;

  constructor(
    @Inject(SETTINGS) { claude }: Settings,
    private readonly registry: Registry,
    private readonly logger: PinoLogger,
  ) {
    const { apiKey } = claude;
    this.client = apiKey === undefined ? null : new ClaudeClient({ ...claude, apiKey });
  }

  mode(): ClaudeMode {
    if (this.client === null) return 'pattern_only';
    return this.isLockedOut || this.breaker.state !== CircuitState.Closed ? 'degraded' : 'live';
  }

  /** @param signal aborts the call when its answer is not wanted any more. Never throws. */
  async read(request: ClaudeRequest, signal: AbortSignal): Promise<ClaudeOutcome> {
    const prompt = buildPrompt(request);
    const key = createHash('sha256').update(JSON.stringify(prompt)).digest('hex');
    const cached = this.cache.get(key);
    this.registry.count(cached ? 'cache_hits' : 'cache_misses', { cache: 'claude_answers' });
    if (cached) return { kind: 'answered', reading: toReading(cached, request, NO_USAGE), isCached: true };
    const startedAt = performance.now();
    const result = await this.ask(prompt, signal);
    this.log(result, performance.now() - startedAt);
    if (result.kind === 'failure') return { kind: 'fallback', reason: result.reason, usage: result.usage };
    this.cache.set(key, result.answer);
    return { kind: 'answered', reading: toReading(result.answer, request, result.usage), isCached: false };
  }

  private async ask(prompt: Prompt, signal: AbortSignal): Promise<CallResult> {
    const { client } = this;
    if (client === null) return { kind: 'failure', reason: 'unavailable', usage: null };
    try {
      const result = await this.breaker.execute(() => client.ask(prompt, signal));
      if (result.kind === 'answer' || !NO_FAILURE.includes(result.reason)) {
        this.isLockedOut = result.kind === 'failure' && result.reason === 'unauthorised';
      }
      return result;
    } catch (cause) {
      if (!(cause instanceof BrokenCircuitError)) throw cause;
      return { kind: 'failure', reason: 'breaker_open', usage: null };
    }
  }

  private log(result: CallResult, durationMs: number): void {
    const outcome = result.kind === 'answer' ? 'answered' : result.reason;
    this.registry.count('claude_calls_total', { outcome });
    this.registry.count('claude_cost_usd', {}, result.usage?.costUsd ?? 0);
    const line = { operation: 'claude', duration_ms: Math.round(durationMs), usage: result.usage };
    if (result.kind === 'answer') this.logger.info({ ...line, outcome }, 'Claude call');
    else this.logger.warn({ ...line, outcome, fallback_used: true }, 'Claude not used');
  }
}

function isFailure(result: CallResult): boolean {
  return result.kind === 'failure' && !NO_FAILURE.includes(result.reason);
}

function toReading(answer: ClaudeAnswer, request: ClaudeRequest, usage: ClaudeUsage): ClaudeReading {
  const { profile, texts } = request;
  const areas = profile.serviceAreas.map(({ name }) => name);
  return {
    facts: provenFacts(answer, texts, areas),
    needs: answer.needs,
    scoreRaise: answer.score,
    reply: answer.reply,
    asks: answer.asks === 'nothing' ? null : answer.asks,
    usage,
  };
}
