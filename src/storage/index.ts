export { isErrorCode, readJsonFile, replaceFile, syncFile, syncFolder, writeFileDurably } from './atomic-file';
export { DataFolder } from './data-folder';
export { holderOf } from './folder-lock';
export { Journal } from './journal';
export type { JournalTopic, JournalWriter } from './journal';
export { StorageModule } from './storage.module';
