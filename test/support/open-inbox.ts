import { PinoLogger } from 'nestjs-pino';
import pino from 'pino';
import { loadSettings } from '../../src/config';
import type { Clock } from '../../src/config';
import type { ContactEvent, ConversationService, EventOutcome } from '../../src/conversation';
import { DataFolder, Journal } from '../../src/storage';
import { IdempotencyStore } from '../../src/webhook/idempotency';
import { Inbox } from '../../src/webhook/inbox';

export const logLines: string[] = [];
/** The inbox adds fields to the logger at the root, which the service's logging sets up. */
const root = pino({}, { write: (line: string) => void logLines.push(line) });
Object.assign(PinoLogger, { root });
export const logger = new PinoLogger({ pinoHttp: { logger: root } });

/** What the conversation was given, and what the store of event ids said of it then. */
export interface Handled {
  readonly id: string;
  readonly isReplay: boolean;
  readonly status: string | undefined;
}

/**
 * The inbox with its real files, started as the service starts it.
 * @param path of the data folder; what it holds is gone on with.
 * @param handle what the conversation does with an event, given how often it has had it.
 */
export async function openInbox(
  path: string,
  clock: Clock,
  handle: (event: ContactEvent, times: number) => Promise<EventOutcome>,
) {
  const handled: Handled[] = [];
  const folder = await DataFolder.open(path, '2026-11-23', () => undefined);
  const journal = new Journal(await folder.folder('journal'), { retentionMs: 86_400_000 }, clock, logger);
  const store = new IdempotencyStore(loadSettings({}), clock, logger, folder);
  const conversations = {
    handle: (event: ContactEvent, isReplay: boolean) => {
      handled.push({ id: event.id, isReplay, status: store.find(event.id)?.status });
      return handle(event, handled.filter(({ id }) => id === event.id).length);
    },
  } as unknown as ConversationService;
  const inbox = new Inbox(journal, store, conversations, clock, logger);
  await journal.onModuleInit();
  inbox.onApplicationBootstrap();
  return {
    path,
    journal,
    store,
    inbox,
    handled,
    close: async () => {
      await inbox.onModuleDestroy();
      await journal.beforeApplicationShutdown();
      await folder.onApplicationShutdown();
    },
  };
}
