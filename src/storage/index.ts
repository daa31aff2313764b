export { isErrorCode, readJsonFile, setAside, writeFileDurably } from './atomic-file';
export type { ReadResult } from './atomic-file';
export { DataFolder } from './data-folder';
export { Journal } from './journal';
export type { JournalOwner, Replay } from './journal';
export { StorageModule } from './storage.module';
