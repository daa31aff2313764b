import { Global, Logger, Module } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock, SETTINGS } from '../config';
import type { Settings } from '../config';
import { DataFolder } from './data-folder';
import { Journal } from './journal';

/** Files on disk: the locked data folder, the journal, atomic replacement. */
@Global()
@Module({
  providers: [
    {
      provide: DataFolder,
      inject: [SETTINGS, Clock],
      useFactory: (settings: Settings, clock: Clock) =>
        DataFolder.open(settings.dataDir, new Date(clock.now()).toISOString(), stopAtOnce),
    },
    {
      provide: Journal,
      inject: [SETTINGS, DataFolder, Clock, PinoLogger],
      useFactory: async (settings: Settings, folder: DataFolder, clock: Clock, logger: PinoLogger) => {
        const retentionMs = settings.webhook.idempotencyTtlSeconds * 1_000;
        return new Journal(await folder.folder('journal'), { retentionMs }, clock, logger);
      },
    },
  ],
  exports: [DataFolder, Journal],
})
export class StorageModule {}

/** Two writers would be worse than none; everything accepted so far is on disk. */
function stopAtOnce(): void {
  new Logger(StorageModule.name).fatal(
    'DATA_DIR was taken over by another process while this one was paused; stopping',
  );
  process.exit(1);
}
