import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataFolder, isErrorCode } from '../../storage';
import type { Conversation } from './conversation';
import { isConversationFileName } from './conversation-files';
import { ConversationManager } from './conversation-manager';

/** Files are looked at so many at a time. */
const PARALLEL_STATS = 64;

export interface ConversationPage {
  readonly total: number;
  readonly conversations: readonly Conversation[];
}

/** All conversations on disk, for people who look back. Not on the way of a text. */
@Injectable()
export class ConversationArchive {
  constructor(
    private readonly folder: DataFolder,
    private readonly manager: ConversationManager,
  ) {}

  /**
   * The most recently changed first.
   * @param page counted from 1.
   */
  async list(page: number, pageSize: number): Promise<ConversationPage> {
    const names = await this.newestFirst();
    const wanted = names.slice((page - 1) * pageSize, page * pageSize);
    const conversations = await Promise.all(wanted.map((name) => this.manager.look(name)));
    return { total: names.length, conversations: conversations.filter((found) => found !== null) };
  }

  /** The conversations of a contact, one per location. */
  async ofContact(contactId: string): Promise<readonly Conversation[]> {
    const names = (await this.names()).filter((name) => name.startsWith(`${contactId}_`));
    const conversations = await Promise.all(names.map((name) => this.manager.look(name)));
    return conversations.filter((found) => found !== null).filter((found) => found.contactId === contactId);
  }

  private async newestFirst(): Promise<string[]> {
    const names = await this.names();
    const changed: { readonly name: string; readonly changedMs: number }[] = [];
    for (let start = 0; start < names.length; start += PARALLEL_STATS) {
      const batch = names.slice(start, start + PARALLEL_STATS);
      changed.push(...(await Promise.all(batch.map((name) => this.changedAt(name)))));
    }
    return changed.sort((a, b) => b.changedMs - a.changedMs || a.name.localeCompare(b.name)).map(({ name }) => name);
  }

  private async changedAt(name: string) {
    try {
      return { name, changedMs: (await stat(join(this.folder.path, 'conversations', name))).mtimeMs };
    } catch (cause) {
      if (isErrorCode(cause, 'ENOENT')) return { name, changedMs: 0 };
      throw cause;
    }
  }

  private async names(): Promise<string[]> {
    return (await readdir(await this.folder.folder('conversations'))).filter(isConversationFileName);
  }
}
