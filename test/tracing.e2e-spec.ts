import { KillableService, OWN_LOCATION } from './support/killable-service';
import { answerWith, MessagesApi, says, USAGE } from './support/messages-api';
import { ADMIN_TOKEN, eventually, inboundText, SECRET, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';
import { TraceReceiver } from './support/trace-receiver';
import type { ReceivedSpan } from './support/trace-receiver';

const CLAUDE_KEY = 'sk-ant-key-of-the-tests';
const TEXT = 'We want to buy in Plano, the attic must hold my model trains';
const REPLY = 'Plano it is, a town of many attics. What price range do you have in mind?';
const PHONE = '+12145550142';

/** The SDK reads it itself: spans are sent so many milliseconds after they have ended. */
const ENVIRONMENT = { ...process.env };
process.env.OTEL_BSP_SCHEDULE_DELAY = '20';
afterAll(() => {
  process.env = ENVIRONMENT;
});

let receiver: TraceReceiver;
beforeEach(async () => {
  receiver = await TraceReceiver.start();
});
afterEach(() => receiver.stop());

const tracing = () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });

describe('telemetry: the trace of a text', () => {
  let api: MessagesApi;
  let app: TestApp;
  beforeEach(async () => {
    api = await MessagesApi.start();
    api.always = says(answerWith({ asks: 'budget', reply: REPLY }));
    app = await startTestApp({ ...tracing(), CLAUDE_API_KEY: CLAUDE_KEY, CLAUDE_BASE_URL: api.url });
    app.crm.addContact({ id: 'ann1', firstName: 'Wilhelmina', phone: PHONE });
  });
  afterEach(async () => {
    await app.close();
    await api.stop();
  });

  /** The event's spans, once all of them have arrived. */
  async function traceOf(eventId: string): Promise<readonly ReceivedSpan[]> {
    const { traceId } = await receiver.span('event text', { 'event.id': eventId });
    await eventually(() => receiver.spans.find((span) => span.traceId === traceId && span.kind === 2) ?? null);
    return receiver.spans.filter((span) => span.traceId === traceId);
  }

  async function textIn(headers: Readonly<Record<string, string>> = {}): Promise<readonly ReceivedSpan[]> {
    const event = inboundText('ann1', TEXT);
    expect((await app.postWebhook(event, headers)).status).toBe(200);
    await app.finished(String(event.webhookId));
    return traceOf(String(event.webhookId));
  }

  it('is one, from the webhook to the last change in the CRM', async () => {
    const spans = await textIn();
    const named = new Map(spans.map((span) => [span.name, span]));
    const parentOf = (name: string) => spans.find(({ spanId }) => spanId === named.get(name)?.parentSpanId)?.name;
    expect(named.get('POST /webhook/ghl')?.parentSpanId).toBeNull();
    expect(parentOf('event text')).toBe('POST /webhook/ghl');
    expect(parentOf('turn decision')).toBe('event text');
    expect(parentOf('claude call')).toBe('turn decision');
    expect(parentOf('outbox send')).toBe('event text');
    expect(parentOf('ghl sendMessage')).toBe('outbox send');
    expect(parentOf('crm sync')).toBe('event text');
    expect(spans.filter(({ name }) => name.startsWith('ghl ')).length).toBeGreaterThanOrEqual(3);
    expect(spans.every(({ isFailed }) => !isFailed)).toBe(true);
  });

  it('tells what was asked of whom, and what came of it', async () => {
    const spans = await textIn();
    const told = (name: string) => spans.find((span) => span.name === name);
    expect(told('POST /webhook/ghl')).toMatchObject({
      kind: 2,
      attributes: { 'http.request.method': 'POST', 'http.route': '/webhook/ghl', 'http.response.status_code': 200 },
      resource: { 'service.name': 'jorge-bots' },
    });
    expect(told('event text')).toMatchObject({
      kind: 5,
      attributes: { 'event.kind': 'text', 'event.outcome': 'done' },
    });
    expect(told('turn decision')?.attributes).toMatchObject({ 'turn.bot': 'lead', 'turn.step': 'ask' });
    expect(told('claude call')).toMatchObject({
      kind: 3,
      attributes: {
        'gen_ai.request.model': 'claude-haiku-5-5',
        'gen_ai.usage.input_tokens': USAGE.input_tokens,
        'gen_ai.usage.output_tokens': USAGE.output_tokens,
        'claude.outcome': 'answered',
      },
    });
    expect(told('ghl sendMessage')).toMatchObject({
      kind: 3,
      attributes: { 'ghl.operation': 'sendMessage', 'ghl.attempt': 1, 'http.response.status_code': 200 },
    });
    expect(told('outbox send')?.attributes).toMatchObject({ 'outbox.outcome': 'sent' });
    expect(told('crm sync')?.attributes).toMatchObject({ 'crm.refused': 0 });
  });

  it('shows each attempt of a call that fails', async () => {
    app.crm.injectFault({ method: 'GET', path: /^\/contacts\/ann1$/, kind: 'status', status: 503, times: 1 });
    const attempts = (await textIn()).filter(({ name }) => name === 'ghl getContact');
    expect(attempts.map(({ isFailed, attributes }) => [isFailed, attributes['ghl.attempt']])).toEqual([
      [true, 1],
      [false, 2],
    ]);
    expect(attempts[0]?.attributes).toMatchObject({ 'http.response.status_code': 503, 'error.type': 'server_error' });
  });

  it('goes on with that of a proxy in front', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const [first] = await textIn({ traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    expect(first?.traceId).toBe(traceId);
  });

  it('is named in every log line of the text', async () => {
    const [span] = await textIn();
    for (const msg of ['webhook audit', 'turn ended', 'Claude call']) {
      const line = app.logs.find((candidate) => candidate.msg === msg && candidate.trace_id === span?.traceId);
      expect(line?.span_id).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  it('holds nothing that anybody wrote, no name, no number and no secret', async () => {
    await textIn();
    await app.asAdmin(`/conversations/ann1?phone=${encodeURIComponent(PHONE)}`);
    await app.asAdmin(`/no/such/${PHONE}`);
    await receiver.span('GET /conversations/:contactId');
    await receiver.span('GET', { 'http.response.status_code': 404 });
    const everything = receiver.bodies.join();
    expect(everything).toContain('claude call');
    for (const secret of ['model trains', 'attics', 'Wilhelmina', '2145550142', CLAUDE_KEY, ADMIN_TOKEN, SECRET]) {
      expect(everything).not.toContain(secret);
    }
    expect(everything).not.toMatch(/bearer|x-ghl-signature/i);
  });

  it('has no place for probes', async () => {
    for (const path of ['/health', '/health/ready', '/health/deps', '/metrics', '/performance'])
      await app.asAdmin(path);
    await textIn();
    const roots = receiver.spans.filter(({ parentSpanId }) => parentSpanId === null).map(({ name }) => name);
    expect(new Set(roots)).toEqual(new Set(['POST /webhook/ghl', 'GET /events']));
  });
});

describe('telemetry: the trace of a text that a crash cuts off', () => {
  it('goes on after the restart', async () => {
    const environment = { ...tracing(), OTEL_SERVICE_NAME: 'first' };
    const service = new KillableService(environment);
    try {
      await service.start();
      service.crm.addContact({ id: 'ann1', phone: PHONE });
      service.crm.injectFault({ method: 'POST', path: /\/conversations\/messages$/, kind: 'hang' });
      const event = inboundText('ann1', TEXT, { locationId: OWN_LOCATION });
      await service.app.postWebhook(event);
      const webhook = await receiver.span('POST /webhook/ghl');
      await receiver.span('turn decision');
      await service.kill();
      service.crm.clearFaults();
      environment.OTEL_SERVICE_NAME = 'second';
      await service.start();
      await service.app.finished(String(event.webhookId));
      const goneOn = await receiver.span('event text', { 'event.outcome': 'done' });
      expect(goneOn).toMatchObject({ traceId: webhook.traceId, parentSpanId: webhook.spanId });
      expect(goneOn.resource['service.name']).toBe('second');
      const sent = await receiver.span('ghl sendMessage', { 'http.response.status_code': 200 });
      expect(sent.traceId).toBe(webhook.traceId);
      expect(service.sentTo('ann1')).toHaveLength(1);
    } finally {
      await service.end();
    }
  });
});

describe('telemetry: a receiver that does not take traces', () => {
  const TROUBLE = 'traces cannot be sent; they are dropped until they can';
  const said = (app: TestApp, msg: string) => app.logs.filter((line) => line.msg === msg).length;

  it('is told of once, and once more when it takes them again', async () => {
    receiver.behaviour = 'refuses';
    const app = await startTestApp(tracing());
    const before = said(app, TROUBLE);
    for (const text of ['I want to buy', 'in Plano', 'for 400k']) await app.say('bob1', text);
    await eventually(() => (receiver.requests >= 2 ? true : null));
    expect(said(app, TROUBLE) - before).toBe(1);
    receiver.behaviour = 'takes';
    await app.say('bob1', 'cash');
    await receiver.span('outbox send');
    await eventually(() => (said(app, 'traces are sent again') > 0 ? true : null));
    await app.close();
  });

  it.each(['hangs', 'is down'])('holds up neither a reply nor a stop when it %s', async (how) => {
    // Longer than a test may take: whoever waits for the receiver fails.
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = process.env.OTEL_BSP_EXPORT_TIMEOUT = '120000';
    receiver.behaviour = 'hangs';
    const app = await startTestApp(tracing());
    if (how === 'is down') await receiver.stop();
    const file = await app.say('cleo1', 'I want to sell my house');
    expect(file.conversation_history.at(-1)?.sent).toBe(true);
    await app.close();
    delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
    delete process.env.OTEL_BSP_EXPORT_TIMEOUT;
    if (how === 'is down') receiver = await TraceReceiver.start();
  });

  it('gets with the stop what it has not got yet', async () => {
    process.env.OTEL_BSP_SCHEDULE_DELAY = '60000';
    const app = await startTestApp(tracing());
    await app.say('dan1', 'I want to sell my house');
    expect(receiver.spans).toEqual([]);
    await app.close();
    process.env.OTEL_BSP_SCHEDULE_DELAY = '20';
    expect(receiver.spans.map(({ name }) => name)).toContain('crm sync');
  });
});
