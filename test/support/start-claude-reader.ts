import { Test } from '@nestjs/testing';
import { BUSINESS_PROFILE, Clock, ConfigModule } from '../../src/config';
import type { BusinessProfile } from '../../src/config';
import { ClaudeReader } from '../../src/conversation/claude';
import type { ClaudeRequest } from '../../src/conversation/claude';
import { NO_FACTS } from '../../src/conversation/understanding';
import { LOG_DESTINATION, LoggingModule, Registry } from '../../src/telemetry';
import { MessagesApi } from './messages-api';
import { TestClock } from './start-ghl-client';

export const CLAUDE_KEY = 'sk-ant-key-of-the-tests';

type LogLine = Readonly<Record<string, unknown>>;

/** One for the whole file, because nestjs-pino keeps its first destination. */
const logLines: string[] = [];
const destination = { write: (line: string) => void logLines.push(line) };

/**
 * The real reader in front of a stand-in of the Messages API.
 * @param settings beside the key and the address, by their names in the environment.
 */
export async function startClaudeReader(settings: Readonly<Record<string, string>> = {}) {
  const api = await MessagesApi.start();
  const clock = new TestClock();
  logLines.length = 0;
  const config = ConfigModule.forRoot({
    CLAUDE_API_KEY: CLAUDE_KEY,
    CLAUDE_BASE_URL: api.url,
    LOG_LEVEL: 'trace',
    ...settings,
  });
  const module = await Test.createTestingModule({
    imports: [config, LoggingModule],
    providers: [ClaudeReader, Registry],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(LOG_DESTINATION)
    .useValue(destination)
    .compile();
  await module.init();
  return {
    api,
    clock,
    reader: module.get(ClaudeReader),
    profile: module.get<BusinessProfile>(BUSINESS_PROFILE),
    logText: () => logLines.join(''),
    log: () => logLines.map((line) => JSON.parse(line) as LogLine),
    stop: async () => {
      await module.close();
      await api.stop();
    },
  };
}

export type ClaudeTestBed = Awaited<ReturnType<typeof startClaudeReader>>;

/** A buyer who is asked how they pay, after a text about Plano. */
export function claudeRequest(profile: BusinessProfile, change: Partial<ClaudeRequest> = {}): ClaudeRequest {
  return {
    profile,
    botType: 'lead',
    facts: { ...NO_FACTS, intent: 'buy', areas: ['Plano'] },
    history: [],
    texts: ['we want something in Plano'],
    step: { kind: 'ask', question: 'budget', wording: 'What price range are you comfortable with?' },
    pendingQuestion: 'area',
    ...change,
  };
}
