import { Test } from '@nestjs/testing';
import { Clock, ConfigModule } from '../../src/config';
import { Bookings, CALL_POLICY, GhlClient, MessageSender, GhlModule, LocationSetup } from '../../src/ghl';
import type { CallPolicy } from '../../src/ghl';
import { LOG_DESTINATION, LoggingModule, Registry } from '../../src/telemetry';
import { FakeGhlServer } from './fake-ghl-server';

/** Runs with the real time, and can be turned on. */
export class TestClock extends Clock {
  private offsetMs = 0;

  override now(): number {
    return Date.now() + this.offsetMs;
  }

  advance(ms: number): void {
    this.offsetMs += ms;
  }
}

type LogLine = Readonly<Record<string, unknown>>;

/** One for the whole file, because nestjs-pino keeps its first destination. */
const logLines: string[] = [];
const destination = { write: (line: string) => void logLines.push(line) };

const QUICK: CallPolicy = { timeoutMs: 5_000, maxRetries: 2, backoffMs: 1, maxRetryAfterMs: 20, settleMs: 1 };

/**
 * The real client, put together by its own modules, in front of a stand-in CRM.
 * @param baseUrl of the CRM, if not the stand-in's.
 */
export async function startGhlClient(policy: Partial<CallPolicy> = {}, baseUrl?: string) {
  const crm = await FakeGhlServer.start();
  const clock = new TestClock();
  logLines.length = 0;
  const config = ConfigModule.forRoot({
    GHL_API_BASE_URL: baseUrl ?? crm.baseUrl,
    GHL_ACCESS_TOKEN: 'secret-token',
    GHL_LOCATION_ID: 'location_1',
    LOG_LEVEL: 'debug',
  });
  const module = await Test.createTestingModule({ imports: [config, LoggingModule, GhlModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(LOG_DESTINATION)
    .useValue(destination)
    .overrideProvider(CALL_POLICY)
    .useValue({ ...QUICK, ...policy })
    .compile();
  await module.init();
  return {
    crm,
    clock,
    client: module.get(GhlClient),
    sender: module.get(MessageSender),
    bookings: module.get(Bookings),
    setup: module.get(LocationSetup),
    registry: module.get(Registry),
    logText: () => logLines.join(''),
    log: () => logLines.map((line) => JSON.parse(line) as LogLine),
    stop: async () => {
      await module.close();
      await crm.stop();
    },
  };
}

export type GhlTestBed = Awaited<ReturnType<typeof startGhlClient>>;
