import { setTimeout as pause } from 'node:timers/promises';
import { context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { PinoLogger } from 'nestjs-pino';
import type { TracingSettings } from '../config';

/** What is left of the 30 s of orchestrators after the stop has waited for the work, with room to spare. */
const FLUSH_PATIENCE_MS = 3_000;

type ExportArguments = Parameters<SpanExporter['export']>;

/**
 * Begins to record spans and to send them, in the background and a batch at a time: a receiver that is down or hangs
 * costs spans and nothing else. What is not set here, the SDK takes from the standard `OTEL_*` variables itself.
 * @returns a function that sends what is left and ends it, in three seconds at most.
 */
export function startExport({ endpoint, serviceName }: TracingSettings, logger: PinoLogger): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(resourceFromAttributes({ 'service.name': serviceName })),
    spanProcessors: [new BatchSpanProcessor(new WatchedExporter(exporter, logger))],
  });
  // The API keeps what came first; of two services in one process the newer one is to be heard.
  for (const api of [trace, context, propagation]) api.disable();
  provider.register();
  const flush = () => provider.shutdown().catch(() => undefined);
  return () => Promise.race([flush(), pause(FLUSH_PATIENCE_MS, undefined, { ref: false })]);
}

/** Says once that spans cannot be sent, and once that they can be again: the SDK itself would say nothing. */
class WatchedExporter implements SpanExporter {
  private isFailing = false;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly logger: PinoLogger,
  ) {}

  export(spans: ExportArguments[0], done: ExportArguments[1]): void {
    this.exporter.export(spans, (result) => {
      // The batch was begun by any piece of work: its log line belongs to none.
      context.with(ROOT_CONTEXT, () => {
        this.tell(result.error);
      });
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  private tell(error: Error | undefined): void {
    const isFailing = error !== undefined;
    if (isFailing === this.isFailing) return;
    this.isFailing = isFailing;
    if (isFailing)
      this.logger.warn({ reason: error.message }, 'traces cannot be sent; they are dropped until they can');
    else this.logger.info('traces are sent again');
  }
}
