import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { Clock, SETTINGS } from '../../config';
import type { Settings } from '../../config';
import { Registry } from '../../telemetry';
import { NO_USAGE, toUsageFile } from '../state';
import { ClaudeBreaker } from './claude-breaker';
import type { ClaudeMode, ClaudeOutcome, ClaudeReading, ClaudeRequest } from './claude-outcome';
import { ClaudeClient } from './claude-client';
import type { CallResult } from './claude-client';
import { buildPrompt } from './prompt';
import type { Prompt } from './prompt';
import { toReading } from './to-reading';

const CACHED_MS = 5 * 60_000;
const CACHED_ANSWERS = 1_000;

/**
 * Has Claude read a turn's texts and word its step: one call, one deadline, and only what the code has checked comes
 * out. Everything else is a fallback, with its reason.
 */
@Injectable()
export class ClaudeReader {
  /** `null` without a key. */
  private readonly client: ClaudeClient | null;
  private readonly timeoutMs: number;
  private readonly breaker = new ClaudeBreaker();
  private readonly answered: LRUCache<string, ClaudeReading>;

  constructor(
    @Inject(SETTINGS) { claude }: Settings,
    clock: Clock,
    private readonly registry: Registry,
    private readonly logger: PinoLogger,
  ) {
    const { apiKey } = claude;
    this.client = apiKey === undefined ? null : new ClaudeClient({ ...claude, apiKey });
    this.timeoutMs = claude.timeoutMs;
    this.answered = new LRUCache({ max: CACHED_ANSWERS, ttl: CACHED_MS, ttlResolution: 0, perf: clock });
  }

  mode(): ClaudeMode {
    if (this.client === null) return 'pattern_only';
    return this.breaker.isClosed ? 'live' : 'degraded';
  }

  /**
   * Never throws. Within five minutes the same turn is answered from memory, and costs nothing.
   * @param signal aborts the call when its answer is not wanted any more.
   * @param isAskedAnew does not look into memory.
   */
  async read(request: ClaudeRequest, signal?: AbortSignal, isAskedAnew = false): Promise<ClaudeOutcome> {
    const { client } = this;
    if (client === null) return { kind: 'fallback', reason: 'off', usage: null };
    const prompt = buildPrompt(request);
    const key = keyOf(prompt);
    const known = isAskedAnew ? undefined : this.answered.get(key);
    this.registry.count(known ? 'cache_hits' : 'cache_misses', { cache: 'claude_answers' });
    if (known) return { kind: 'answered', reading: { ...known, usage: NO_USAGE }, isCached: true };
    const startedMs = performance.now();
    const deadline = AbortSignal.timeout(this.timeoutMs);
    const result = await this.breaker.run(() => client.call(prompt, deadline, signal));
    this.log(result, performance.now() - startedMs);
    if (result.kind === 'failure') return { kind: 'fallback', reason: result.reason, usage: result.usage };
    const reading = toReading(result.answer, result.usage, request);
    this.answered.set(key, reading);
    return { kind: 'answered', reading, isCached: false };
  }

  private log(result: CallResult, durationMs: number): void {
    const { calls: _one, ...spent } = toUsageFile(result.usage ?? NO_USAGE);
    const outcome = result.kind === 'answer' ? 'answered' : result.reason;
    this.registry.count('claude_calls_total', { outcome });
    this.registry.count('claude_cost_usd', {}, result.usage?.costUsd ?? 0);
    const line = { operation: 'claude', outcome, duration_ms: Math.round(durationMs), ...spent };
    // Whoever aborts a call makes another one: nothing stands in for this.
    if (result.kind === 'answer' || result.reason === 'aborted') this.logger.info(line, 'Claude call');
    else this.logger.warn({ ...line, status_code: result.statusCode, fallback_used: true }, 'Claude not used');
  }
}

function keyOf({ fixed, turn }: Prompt): string {
  return createHash('sha256').update(fixed).update('\0').update(turn).digest('base64');
}
