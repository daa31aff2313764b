import { MessagesApi } from '../../../test/support/messages-api';
import { CLAUDE_KEY, claudeRequest, startClaudeReader } from '../../../test/support/start-claude-reader';
import type { ClaudeTestBed } from '../../../test/support/start-claude-reader';
import { buildPrompt } from './prompt';

let bed: ClaudeTestBed;
afterEach(() => bed.stop());

const read = () => bed.reader.read(claudeRequest(bed.profile));
const fallback = (reason: string) => expect.objectContaining({ kind: 'fallback', reason }) as unknown;

describe('bots: the call of Claude', () => {
  it('is one request with the fixed part to be cached, no thinking, and the shape of the answer', async () => {
    bed = await startClaudeReader();
    await read();
    const { fixed, turn } = buildPrompt(claudeRequest(bed.profile));
    expect(bed.api.requests).toHaveLength(1);
    expect(bed.api.requests[0]).toMatchObject({ method: 'POST', path: '/v1/messages' });
    expect(bed.api.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${CLAUDE_KEY}`,
      'x-stainless-retry-count': '0',
    });
    expect(bed.api.requests[0]?.body).toEqual({
      model: 'claude-haiku-5-5',
      max_tokens: 2_048,
      thinking: { type: 'disabled' },
      system: [{ type: 'text', text: fixed, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: turn }],
      output_config: {
        format: {
          type: 'json_schema',
          schema: expect.objectContaining({
            type: 'object',
            additionalProperties: false,
            required: ['facts', 'needs', 'score_raise', 'asks', 'reply'],
          }) as object,
        },
      },
    });
  });

  it('asks for a shape without sizes, which the API does not take, and without a place for anything else', async () => {
    bed = await startClaudeReader();
    await read();
    const schema = JSON.stringify(bed.api.requests[0]?.body.output_config);
    expect(schema).not.toMatch(/minimum|maximum|Length|Items|\$schema|anyOf|"additionalProperties":true/);
    expect(schema.match(/"type":"object"/g)).toHaveLength(3);
    expect(schema.match(/"additionalProperties":false/g)).toHaveLength(3);
  });

  it.each([
    ['claude-haiku-4-5', {}],
    ['claude-sonnet-5-5', { thinking: { type: 'between_tools' } }],
    ['claude-opus-5-5', { output_config: { effort: 'low' } }],
    ['some-other-model', {}],
  ])('asks %s for a quick answer in its own way', async (model, quick) => {
    bed = await startClaudeReader({ CLAUDE_MODEL: model });
    await read();
    const [request] = bed.api.requests;
    expect(request?.body).toMatchObject({ model, ...quick });
    expect(request?.body.thinking !== undefined).toBe('thinking' in quick);
    expect((request?.body.output_config as object | undefined) !== undefined).toBe(true);
    expect('effort' in (request?.body.output_config as object)).toBe('output_config' in quick);
  });

  it('takes the key from ANTHROPIC_API_KEY as well', async () => {
    bed = await startClaudeReader({ CLAUDE_API_KEY: '', ANTHROPIC_API_KEY: 'other-key' });
    await read();
    expect(bed.api.requests[0]?.headers.authorization).toBe('Bearer other-key');
  });

  it('goes nowhere but to the address of the settings, whatever the SDK finds in the environment', async () => {
    const elsewhere = await MessagesApi.start();
    process.env.ANTHROPIC_BASE_URL = elsewhere.url;
    try {
      bed = await startClaudeReader();
      bed.api.always = { status: 307, body: '', headers: { Location: `${elsewhere.url}/v1/messages` } };
      expect(await read()).toEqual(fallback('unavailable'));
      expect([bed.api.requests.length, elsewhere.requests.length]).toEqual([1, 0]);
    } finally {
      delete process.env.ANTHROPIC_BASE_URL;
      await elsewhere.stop();
    }
  });
});
