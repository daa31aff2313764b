import { answerWith, fails, MessagesApi, says } from './support/messages-api';
import type { Behaviour } from './support/messages-api';
import { LOCATION, startTestApp } from './support/test-app';
import type { ConversationJson, TestApp } from './support/test-app';

const KEY = 'sk-ant-key-of-the-tests';
const TIMEOUT_MS = 2_000;
let api: MessagesApi;
let app: TestApp;
let names = 0;

beforeAll(async () => {
  api = await MessagesApi.start();
  app = await startTestApp({ CLAUDE_API_KEY: KEY, CLAUDE_BASE_URL: api.url, CLAUDE_TIMEOUT_MS: String(TIMEOUT_MS) });
});
afterAll(async () => {
  await app.close();
  await api.stop();
});
beforeEach(() => {
  api.requests.length = 0;
});

const answers = (change: Readonly<Record<string, unknown>> = {}) => says(answerWith(change));

interface ClaudeTurn {
  readonly ai_response: string;
  readonly claude: string | null;
  readonly gates: readonly { readonly verdict: string; readonly reason: string }[];
}
interface ClaudeFile extends Omit<ConversationJson, 'conversation_history'> {
  readonly conversation_history: readonly ClaudeTurn[];
}

/** The last turn of a new contact who texts this. */
async function say(texts: readonly string[], behaviour: Behaviour): Promise<{ file: ClaudeFile; turn: ClaudeTurn }> {
  api.always = behaviour;
  const contactId = `claude${(names += 1)}`;
  app.crm.addContact({ id: contactId, firstName: 'Maria', phone: '+12145550142' });
  let file: unknown;
  // Claude's answers are cached by what was said.
  for (const text of texts) file = await app.say(contactId, text.replace('Plano', `Plano, ${names} minutes from work`));
  const found = file as ClaudeFile;
  const turn = found.conversation_history.at(-1);
  if (!turn) throw new Error('nothing was said');
  return { file: found, turn };
}

describe('bots: Claude words what was planned', () => {
  it('and is not told as said what did not get through', async () => {
    const send = { method: 'POST', path: /\/conversations\/messages$/ } as const;
    app.crm.injectFault({ ...send, kind: 'status', status: 422, times: 1 });
    const words = 'Plano it is. Will that be cash, or with a loan?';
    const texts = ['we want to buy in Plano, up to 380k', 'hello?'];
    const { file } = await say(texts, answers({ asks: 'financing', reply: words }));
    const said = expect.stringContaining(words) as string;
    expect(file.conversation_history).toMatchObject([
      { sent: false, ai_response: said },
      { sent: true, ai_response: said },
    ]);
    expect(api.requests).toHaveLength(2);
    for (const { body } of api.requests) expect(JSON.stringify(body)).not.toContain('Plano it is');
  });

  it('in its own words, with the facts that it has read and the points that it gives', async () => {
    const { file, turn } = await say(
      ['we want to buy something in Plano, our nest egg is 380 grand all in'],
      answers({
        facts: [{ name: 'budget_max', value: '380000', evidence: '380 grand all in' }],
        score_raise: { fit: 2, clarity: 1, qualification: 1 },
        asks: 'financing',
        reply: 'Plano it is. Will that be cash, or with a loan?',
      }),
    );
    expect(turn).toMatchObject({
      claude: 'used',
      ai_response: expect.stringMatching(/Reply STOP.*Plano it is\. Will that be cash, or with a loan\?$/) as string,
    });
    expect(file).toMatchObject({
      lead_preferences: { budget_max: 380_000, areas: ['Plano'] },
      claude_usage: { calls: 1, input_tokens: 200, output_tokens: 100, cache_read_tokens: 1_000 },
    });
    expect((file.claude_usage as { cost_usd: number }).cost_usd).toBeCloseTo(0.00008, 9);
  });

  it('is asked once, with the fixed part cached, a schema, and nothing that leads to the contact', async () => {
    await say(['I want to buy in Plano'], answers());
    expect(api.requests).toHaveLength(1);
    const [{ headers, body }] = api.requests as [(typeof api.requests)[number]];
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(body).toMatchObject({
      model: 'claude-haiku-5-5',
      thinking: { type: 'disabled' },
      system: [{ cache_control: { type: 'ephemeral' } }],
      output_config: { format: { type: 'json_schema', schema: { type: 'object', additionalProperties: false } } },
    });
    expect(JSON.stringify(body)).not.toMatch(/claude\d|2145550142|sandboxLocation|Maria/);
  });

  it('never asks something else than what was planned', async () => {
    const { turn } = await say(
      ['I want to buy in Plano'],
      answers({ asks: 'timeline', reply: 'When do you want to move?' }),
    );
    expect(turn.ai_response).toMatch(/What price range/);
  });

  it('may call a person and may stop, and nothing else', async () => {
    const person = await say(['I want to buy in Plano'], answers({ needs: 'person' }));
    expect(person.turn.ai_response).toMatch(/asked Jorge/);
    const stop = await say(['I want to buy in Plano'], answers({ needs: 'stop' }));
    expect(stop.file).toMatchObject({ opted_out: true });
  });

  it('does not count facts without the words for them', async () => {
    const { file } = await say(
      ['I want to buy in Plano'],
      answers({
        facts: [
          { name: 'budget_max', value: '900000', evidence: 'up to 900k' },
          { name: 'financing', value: 'cash', evidence: '' },
        ],
      }),
    );
    expect(file).toMatchObject({ lead_preferences: { budget_max: null, financing: 'unknown' } });
  });

  it('is not asked about STOP, HELP, silence, bookings or a wish for a person', async () => {
    for (const text of ['STOP', 'HELP', 'wrong number', 'can I talk to a person']) await say([text], answers());
    expect(api.requests).toHaveLength(0);
  });
});

describe('bots: with anything wrong about Claude the reply still goes out', () => {
  const asksBudget = answerWith({ asks: 'budget', reply: 'What is your budget?' });
  it.each<[string, string, Behaviour]>([
    ['a late answer', 'late', says(asksBudget, 'end_turn', 3 * TIMEOUT_MS)],
    ['no answer', 'late', 'hang'],
    ['a cut connection', 'unavailable', 'cut'],
    ['an overloaded API', 'overloaded', fails(529, 'overloaded_error')],
    ['a limited API', 'overloaded', fails(429)],
    ['an error', 'unavailable', fails(500)],
    ['a key that is not good', 'unauthorised', fails(401, 'authentication_error')],
    ['a request that is not good', 'rejected', fails(400)],
    ['a refusal', 'refused', says('', 'refusal')],
    ['half an answer', 'malformed', says(asksBudget, 'max_tokens')],
    ['no JSON', 'malformed', says('Sure! Here is the reply: hello')],
    ['another shape', 'malformed', answers({ action: 'book', contact_id: 'someone' })],
    ['an endless reply', 'malformed', answers({ reply: 'word '.repeat(500) })],
    ['an answer that is no message', 'unavailable', { status: 200, body: '<html>' }],
  ])('%s', async (_title, reason, behaviour) => {
    const own = await startTestApp({
      CLAUDE_API_KEY: KEY,
      CLAUDE_BASE_URL: api.url,
      CLAUDE_TIMEOUT_MS: String(TIMEOUT_MS),
    });
    api.always = behaviour;
    const file = (await own.say('fallback1', 'I want to buy in Plano')) as unknown as ClaudeFile;
    expect(file.conversation_history[0]).toMatchObject({
      claude: reason,
      ai_response: expect.stringMatching(/What price range/) as string,
    });
    expect(own.logs).toContainEqual(
      expect.objectContaining({ operation: 'claude', outcome: reason, fallback_used: true }),
    );
    await own.close();
  });

  it('a breaker leaves Claude alone after five failures', async () => {
    const own = await startTestApp({ CLAUDE_API_KEY: KEY, CLAUDE_BASE_URL: api.url });
    api.always = fails(500);
    for (let count = 1; count <= 7; count++) await own.say(`breaker${count}`, `I want to buy in Plano, ${count} beds`);
    expect(api.requests).toHaveLength(5);
    await own.close();
  });

  it('never has the key in the log', () => {
    expect(JSON.stringify(app.logs)).not.toContain(KEY);
  });
});

describe('bots: Claude on a text that is only judged', () => {
  async function analyze(message: string, behaviour: Behaviour) {
    api.always = behaviour;
    const contactId = `judged${(names += 1)}`;
    const body = { contact_id: contactId, location_id: LOCATION, message: `${message}, ${names} minutes from work` };
    const answer: unknown = await (await app.asAdmin('/analyze-lead', body)).json();
    const file: unknown = await (await app.asAdmin(`/conversations/${contactId}`)).json();
    return { answer, file };
  }
  const raise = { score_raise: { fit: 9, clarity: 8, qualification: 7 } };

  it.each<[string, Behaviour, boolean]>([
    ['is used', answers({ asks: 'budget', reply: 'What is your budget?' }), true],
    ['is used for its facts alone when it asks something else', answers({ asks: 'timeline', reply: 'When?' }), true],
    ['is not used when the model refuses', says('', 'refusal'), false],
    ['is not used when it is no answer', says('Sure!'), false],
  ])('%s', async (_title, behaviour, isUsed) => {
    const { answer } = await analyze('I want to buy in Plano', behaviour);
    const performance = { claude_used: isUsed, analysis_type: isUsed ? 'claude' : 'pattern' };
    expect(answer).toMatchObject({ success: true, performance });
  });

  it('is asked once for the same, unless it is to be asked anew', async () => {
    api.always = answers({ asks: 'budget', reply: 'What is your budget?' });
    const text = { contact_id: 'anew1', location_id: LOCATION, message: 'I want to buy in Plano, anew', dry_run: true };
    const asked = api.requests.length;
    const askings = async (more: object) => {
      const answer = (await (await app.asAdmin('/analyze-lead', { ...text, ...more })).json()) as object;
      expect(answer).toMatchObject({ performance: { claude_used: true } });
      return api.requests.length - asked;
    };
    expect(await askings({})).toBe(1);
    expect(await askings({ force_ai_analysis: false })).toBe(1);
    expect(await askings({ force_ai_analysis: true })).toBe(2);
    expect(await askings({})).toBe(2);
  });

  it('leaves what it has added to the score, and what it has cost', async () => {
    const { answer, file } = await analyze(
      'I want to buy in Plano',
      answers({ asks: 'budget', reply: 'How much?', ...raise }),
    );
    expect(answer).toMatchObject({ score_breakdown: { claude: raise.score_raise } });
    expect(file).toMatchObject({ score_raise: raise.score_raise, claude_usage: { calls: 1, input_tokens: 200 } });
  });
});

describe('bots: hostile model output', () => {
  it.each([
    'I found a home for you at 12 Oak St for $450,000! What is your budget?',
    'You are booked for Tuesday at 10 AM. What is your budget?',
    'This is a safe, family friendly area. What is your budget?',
    'I am a real person, not a bot. What is your budget?',
    'We will pay you $500,000 cash. What is your budget?',
    'Do you have kids, and what is your budget?',
    'See http://evil.example/offer. What is your budget?',
    'Jorge will call you in five minutes. What is your budget?',
  ])('%p never goes out', async (reply) => {
    const { turn } = await say(['I want to buy in Plano'], answers({ asks: 'budget', reply }));
    expect(turn.ai_response).toMatch(/What price range/);
    expect(turn.gates).toContainEqual(expect.objectContaining({ verdict: 'refuse' }));
  });
});
