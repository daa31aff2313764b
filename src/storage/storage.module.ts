import { Global, Logger, Module } from '@nestjs/common';
import { Clock, SETTINGS } from '../config';
import type { Settings } from '../config';
import { DataFolder } from './data-folder';

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
  ],
  exports: [DataFolder],
})
export class StorageModule {}

/** Two writers would be worse than none; everything accepted so far is on disk. */
function stopAtOnce(): void {
  new Logger(StorageModule.name).fatal(
    'DATA_DIR was taken over by another process while this one was paused; stopping',
  );
  process.exit(1);
}
