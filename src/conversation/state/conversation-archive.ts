import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataFolder, isErrorCode } from '../../storage';
import type { Conversation } from './conversation';
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
    const conversations = await Promise.all(wanted.map((name) => this.open(name)));
    return { total: names.length, conversations: conversations.filter((found) => found !== null) };
  }

  /** The conversations of a contact, one per location. */
  async ofContact(contactId: string): Promise<readonly Conversation[]> {
    const names = (await this.names()).filter((name) => name.startsWith(`${contactId}_`));
    const conversations = await Promise.all(names.map((name) => this.open(name)));
    return conversations.filter((found) => found?.contactId === contactId) as Conversation[];
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
    return (await readdir(await this.folder.folder('conversations'))).filter((name) => name.endsWith('.json'));
  }

  /** Ids may hold "_", so the name is tried at each one until the file says that it is meant. */
  private async open(name: string): Promise<Conversation | null> {
    const stem = name.slice(0, -'.json'.length);
    for (let cut = stem.indexOf('_'); cut !== -1; cut = stem.indexOf('_', cut + 1)) {
      const found = await this.manager.find(stem.slice(0, cut), stem.slice(cut + 1)).catch(() => null);
      if (found) return found;
    }
    return null;
  }
}
