import { inboundText, startTestApp } from './support/test-app';
import { TraceReceiver } from './support/trace-receiver';

/** Which of the packages that only tracing needs have been loaded; they are the real ones all the same. */
const loaded: string[] = [];
const noting = (name: string) => {
  loaded.push(name);
  return jest.requireActual<object>(name);
};
jest.mock('@opentelemetry/sdk-trace-node', () => noting('@opentelemetry/sdk-trace-node'));
jest.mock('@opentelemetry/resources', () => noting('@opentelemetry/resources'));
jest.mock('@opentelemetry/exporter-trace-otlp-http', () => noting('@opentelemetry/exporter-trace-otlp-http'));

let receiver: TraceReceiver;
beforeAll(async () => {
  receiver = await TraceReceiver.start();
});
afterAll(() => receiver.stop());

/** Answers a text and stops. */
async function answerOneText(environment: Readonly<Record<string, string>>) {
  const app = await startTestApp(environment);
  const event = inboundText('ann1', 'I want to sell my house');
  await app.postWebhook(event, { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' });
  await app.finished(String(event.webhookId));
  const lines = app.logs.filter((line) => line.webhook_id === event.webhookId);
  await app.close();
  return lines;
}

describe('telemetry: traces', () => {
  it('are off without an endpoint: no package is loaded, no line has a trace, nothing goes out', async () => {
    const lines = await answerOneText({ OTEL_SERVICE_NAME: 'jorge' });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => 'trace_id' in line)).toEqual([]);
    expect(loaded).toEqual([]);
    expect(receiver.requests).toBe(0);
  });

  it('are on with one, under the name that was set', async () => {
    await answerOneText({ OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/`, OTEL_SERVICE_NAME: 'jorge' });
    expect(loaded.toSorted()).toEqual([
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace-node',
    ]);
    expect(receiver.spans.map(({ resource }) => resource['service.name'])).toContain('jorge');
  });
});
