import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answerWith, fails, says } from '../../../test/support/messages-api';
import type { Behaviour } from '../../../test/support/messages-api';
import { claudeRequest, startClaudeReader } from '../../../test/support/start-claude-reader';
import type { ClaudeTestBed } from '../../../test/support/start-claude-reader';
import type { ClaudeRequest } from './claude-outcome';

let bed: ClaudeTestBed;
afterEach(() => bed.stop());

const read = (change: Partial<ClaudeRequest> = {}, signal?: AbortSignal) =>
  bed.reader.read(claudeRequest(bed.profile, change), signal);
const fallback = (reason: string) => expect.objectContaining({ kind: 'fallback', reason }) as unknown;
/** A request that no other is equal to. */
let times = 0;
const another = (): Partial<ClaudeRequest> => ({ texts: [`text ${(times += 1)}`] });

describe('bots: asking Claude', () => {
  it('gives back what may be believed, with what it cost', async () => {
    bed = await startClaudeReader();
    bed.api.always = says(
      answerWith({
        facts: [{ name: 'budget_max', value: '380000', evidence: '380 grand all in' }],
        score_raise: { fit: 2, clarity: 3, qualification: 1 },
        asks: 'financing',
        reply: 'Plano it is. Will that be cash, or a loan?',
      }),
    );
    const outcome = await read({
      texts: ['our nest egg is 380 grand all in'],
      step: { kind: 'ask', question: 'financing', wording: 'Are you paying cash or getting a loan?' },
    });
    expect(outcome).toEqual({
      kind: 'answered',
      reading: {
        facts: { budgetMaxUsd: 380_000 },
        needs: 'nothing',
        scoreRaise: { fit: 2, clarity: 3, qualification: 1 },
        reply: 'Plano it is. Will that be cash, or a loan?',
        asks: 'financing',
        // (200 + 0.1 * 1,000) * $0.10 and 100 * $0.50 a million
        usage: {
          calls: 1,
          inputTokens: 200,
          outputTokens: 100,
          cacheReadTokens: 1_000,
          cacheWriteTokens: 0,
          costUsd: expect.closeTo(0.00008, 9) as number,
        },
      },
      isCached: false,
    });
    expect(bed.log()).toEqual([
      expect.objectContaining({
        level: 30,
        operation: 'claude',
        outcome: 'answered',
        duration_ms: expect.any(Number) as number,
        input_tokens: 200,
        output_tokens: 100,
        cache_read_tokens: 1_000,
        cost_usd: expect.closeTo(0.00008, 9) as number,
      }),
    ]);
  });

  it('is not made without a key', async () => {
    bed = await startClaudeReader({ CLAUDE_API_KEY: '' });
    expect(bed.reader.mode()).toBe('pattern_only');
    expect(await read()).toEqual({ kind: 'fallback', reason: 'off', usage: null });
    expect(bed.api.requests).toEqual([]);
    expect(bed.log()).toEqual([]);
  });
});

describe('bots: with anything wrong about Claude there is a reason and no exception', () => {
  const good = answerWith({ asks: 'budget', reply: 'What is your budget?' });
  const { reply: _reply, ...withoutReply } = good;
  it.each<[string, string, Behaviour]>([
    ['a late answer', 'late', says(good, 'end_turn', 4_000)],
    ['no answer', 'late', 'hang'],
    ['a body without an end', 'late', 'drip'],
    ['a cut connection', 'unavailable', 'cut'],
    ['an overloaded API', 'overloaded', fails(529, 'overloaded_error')],
    ['a limited API', 'overloaded', fails(429, 'rate_limit_error')],
    ['a broken API', 'unavailable', fails(500)],
    ['a broken gateway', 'unavailable', { status: 502, body: '<html>bad gateway</html>' }],
    ['a key that is not good', 'unauthorised', fails(401, 'authentication_error')],
    ['a key that may not do it', 'unauthorised', fails(403, 'permission_error')],
    ['an unknown model', 'rejected', fails(404, 'not_found_error')],
    ['a bad request', 'rejected', fails(400, 'invalid_request_error')],
    ['a refusal', 'refused', says('', 'refusal')],
    ['half an answer', 'malformed', says(JSON.stringify(good).slice(0, 60), 'max_tokens')],
    ['an answer cut at its end', 'malformed', says(good, 'max_tokens')],
    ['no text', 'malformed', says('')],
    ['prose', 'malformed', says('Sure! Here is your JSON.')],
    ['JSON in markdown', 'malformed', says(`\`\`\`json\n${JSON.stringify(good)}\n\`\`\``)],
    ['other JSON', 'malformed', says('[]')],
    ['an id beside the rest', 'malformed', says({ ...good, contact_id: 'someone' })],
    ['an action beside the rest', 'malformed', says({ ...good, actions: [{ type: 'add_tag', tag: 'x' }] })],
    ['an unknown need', 'malformed', says({ ...good, needs: 'book' })],
    ['an unknown question', 'malformed', says({ ...good, asks: 'children' })],
    ['an unknown fact', 'malformed', says({ ...good, facts: [{ name: 'phone', value: '1', evidence: 'Plano' }] })],
    ['too many points', 'malformed', says({ ...good, score_raise: { fit: 99, clarity: 0, qualification: 0 } })],
    ['no reply', 'malformed', says(withoutReply)],
    ['an empty reply', 'malformed', says({ ...good, reply: ' ' })],
    ['a huge reply', 'malformed', says({ ...good, reply: 'word '.repeat(300) })],
    ['an answer that is no message', 'unavailable', { status: 200, body: { ok: true } }],
    ['an answer that is not JSON', 'unavailable', { status: 200, body: '<html>' }],
    ['a page', 'unavailable', { status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } }],
    ['nothing at all', 'unavailable', { status: 200, body: '', headers: { 'Content-Length': '0' } }],
  ])('%s', async (_title, reason, behaviour) => {
    bed = await startClaudeReader({ CLAUDE_TIMEOUT_MS: '2000' });
    bed.api.always = behaviour;
    expect(await read()).toEqual(fallback(reason));
    expect(bed.api.requests).toHaveLength(1);
    expect(bed.log()).toEqual([
      expect.objectContaining({ level: 40, operation: 'claude', outcome: reason, fallback_used: true }),
    ]);
  });

  it.each<[string, AbortSignal | undefined]>([
    ['the call alone', undefined],
    ['the call of a caller who may end it', new AbortController().signal],
  ])('the deadline holds for a body without an end also after a garbage collection: %s', async (_title, signal) => {
    bed = await startClaudeReader({ CLAUDE_TIMEOUT_MS: '1000' });
    bed.api.always = 'drip';
    setFlagsFromString('--expose_gc');
    const collecting = setInterval(runInNewContext('gc') as () => void, 100);
    expect(await read(another(), signal)).toEqual(fallback('late'));
    clearInterval(collecting);
  });

  it('what was paid for is counted, used or not', async () => {
    bed = await startClaudeReader();
    bed.api.always = says('prose');
    expect(await read()).toMatchObject({ kind: 'fallback', usage: { inputTokens: 200, outputTokens: 100 } });
    bed.api.always = fails(500);
    expect(await read()).toEqual({ kind: 'fallback', reason: 'unavailable', usage: null });
  });

  it('a caller who has no use for the answer gets none, before the call and during it', async () => {
    bed = await startClaudeReader();
    expect(await read({}, AbortSignal.abort())).toEqual(fallback('aborted'));
    expect(bed.api.requests).toEqual([]);
    bed.api.always = 'hang';
    const abort = new AbortController();
    const reading = read(another(), abort.signal);
    while (bed.api.requests.length === 0) await new Promise(setImmediate);
    abort.abort();
    expect(await reading).toEqual(fallback('aborted'));
    expect(bed.log().filter((line) => 'fallback_used' in line)).toEqual([]);
  });

  it('logs neither texts nor the key nor what the API said', async () => {
    bed = await startClaudeReader({ CLAUDE_TIMEOUT_MS: '300' });
    const secrets = { texts: ['Private words'], history: [{ userMessage: 'Old words', aiResponse: 'Our words' }] };
    for (const behaviour of [
      says(answerWith({ reply: 'Model words' })),
      says('Model words'),
      fails(401),
      'cut' as const,
    ]) {
      bed.api.always = behaviour;
      await read({ ...secrets, texts: [...secrets.texts, String((times += 1))] });
    }
    expect(bed.log()).toHaveLength(4);
    expect(bed.logText()).not.toMatch(/words|sk-ant/i);
  });
});

describe('bots: the same turn is answered from memory', () => {
  it('for five minutes, and costs nothing', async () => {
    bed = await startClaudeReader();
    const first = await read();
    bed.clock.advance(4 * 60_000);
    const second = await read();
    expect(bed.api.requests).toHaveLength(1);
    if (first.kind === 'fallback' || second.kind === 'fallback') throw new Error('no answer');
    const { usage, ...reading } = first.reading;
    expect(second.reading).toMatchObject(reading);
    expect([first.isCached, second.isCached]).toEqual([false, true]);
    expect(usage.costUsd).toBeGreaterThan(0);
    expect(Object.values(second.reading.usage)).toEqual([0, 0, 0, 0, 0, 0]);
    bed.clock.advance(2 * 60_000);
    await read();
    expect(bed.api.requests).toHaveLength(2);
  });

  it('and no other: one word, fact or step more is another turn; so is what failed', async () => {
    bed = await startClaudeReader();
    const { facts, step, texts } = claudeRequest(bed.profile);
    const turns: Partial<ClaudeRequest>[] = [
      {},
      { texts: [...texts, 'soon'] },
      { facts: { ...facts, beds: 3 } },
      { step: { ...step, question: 'timeline' } },
      { step: { ...step, wording: 'How much?' } },
      { pendingQuestion: null },
      { botType: 'seller' },
      { style: 'short' },
      { history: [{ userMessage: 'hi', aiResponse: 'hello' }] },
    ];
    for (const turn of turns) await read(turn);
    expect(bed.api.requests).toHaveLength(turns.length);
    bed.api.next(says('prose'));
    const failed = another();
    await read(failed);
    expect(await read(failed)).toMatchObject({ kind: 'answered', isCached: false });
  });
});
