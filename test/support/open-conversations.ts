import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinoLogger } from 'nestjs-pino';
import { ConversationFiles } from '../../src/conversation/state/conversation-files';
import { ConversationManager } from '../../src/conversation/state/conversation-manager';
import { DataFolder, Journal } from '../../src/storage';
import { TestClock } from './start-ghl-client';

export const SILENT = new PinoLogger({ pinoHttp: { level: 'silent' } });

/**
 * The real conversation state in a temporary folder.
 * @param register makes whatever else writes to the journal, which has to be there before it is opened.
 * @param after whose folder it goes on with, as after a crash: nobody closes the one before.
 */
export async function openConversations<More>(
  register: (journal: Journal, manager: ConversationManager, clock: TestClock) => More,
  after?: { readonly folder: DataFolder },
) {
  const clock = new TestClock();
  const folder = after?.folder ?? (await openFolder(clock));
  const journal = new Journal(await folder.folder('journal'), { retentionMs: 86_400_000 }, clock, SILENT);
  const manager = new ConversationManager(new ConversationFiles(folder, clock, SILENT), journal, clock, SILENT);
  const more = register(journal, manager, clock);
  await journal.onModuleInit();
  return {
    clock,
    folder,
    journal,
    manager,
    more,
    close: async () => {
      await journal.beforeApplicationShutdown();
      await folder.onApplicationShutdown();
    },
  };
}

async function openFolder(clock: TestClock): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'conversations-'));
  return DataFolder.open(path, new Date(clock.now()).toISOString(), () => undefined);
}
