import { Test } from '@nestjs/testing';
import { ConfigModule } from '../../src/config';
import type { Environment } from '../../src/config';
import { GhlClient, GhlModule } from '../../src/ghl';
import { GhlHttp } from '../../src/ghl/ghl-http';
import { LOG_DESTINATION, LoggingModule } from '../../src/telemetry';

interface LogLine {
  readonly operation?: string;
  readonly status_code?: number | null;
  readonly reason?: string;
}

/** One for the process, because nestjs-pino keeps its first destination. */
const lines: LogLine[] = [];
const destination = { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) };

/** The service's own client, put together by its own modules, with its warnings kept instead of printed. */
export async function startLiveClient(env: Environment) {
  const config = ConfigModule.forRoot({ ...env, LOG_LEVEL: 'warn', OTEL_EXPORTER_OTLP_ENDPOINT: '' });
  const module = await Test.createTestingModule({ imports: [config, LoggingModule, GhlModule] })
    .overrideProvider(LOG_DESTINATION)
    .useValue(destination)
    .compile();
  await module.init();
  return {
    client: module.get(GhlClient),
    http: module.get(GhlHttp),
    /** Takes what was logged since the last time: why calls failed. */
    takeReasons: () =>
      lines.splice(0).flatMap(({ operation, status_code: status, reason }) => {
        return operation === undefined || reason === undefined ? [] : [`${operation} ${status ?? ''} ${reason}`];
      }),
    stop: () => module.close(),
  };
}

export type LiveClient = Awaited<ReturnType<typeof startLiveClient>>;
