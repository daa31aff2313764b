import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock, ID_RULE, isId } from '../../config';
import { DataFolder, isErrorCode, readJsonFile, replaceFile, syncFile, syncFolder } from '../../storage';
import { MalformedUpdateError } from './context-update';
import type { Conversation } from './conversation';
import { fromConversationFile, toConversationFile } from './conversation-file';

/** Files that are written at a time. */
const FILES_PER_BATCH = 64;
const RETRY_PAUSE_MS = 1_000;

type ContactIds = Pick<Conversation, 'contactId' | 'locationId'>;

interface Pending {
  readonly conversation: Conversation;
  readonly whenWritten: (() => void)[];
}

/** What a conversation file holds. A damaged one has been set aside. */
export type StoredConversation =
  | { readonly kind: 'found'; readonly conversation: Conversation }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly setAsideAs: string };

/**
 * `conversations/*.json`: what the journal says, for people to read and for the next start. Written behind the journal,
 * the newest state of each conversation only. They are synced when the journal wants to let go of what it has of them,
 * not with every turn: until then a power cut costs nothing that the journal could not make again.
 */
@Injectable()
export class ConversationFiles {
  private dirty = new Map<string, Pending>();
  private inFlight = new Map<string, Pending>();
  private unsynced = new Set<string>();
  private isPumping = false;

  constructor(
    private readonly folder: DataFolder,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {}

  /** The newest state: the one that waits to be written, else the file's. */
  async read(name: string): Promise<StoredConversation> {
    const pending = this.dirty.get(name) ?? this.inFlight.get(name);
    if (pending) return { kind: 'found', conversation: pending.conversation };
    const path = await this.pathOf(name);
    const read = await readJsonFile(path, this.clock.now(), (json) => {
      const conversation = parse(json);
      return conversation && isNameOf(name, conversation) ? conversation : null;
    });
    return read.kind === 'read' ? { kind: 'found', conversation: read.content } : read;
  }

  /** Resolves once the file has this state, or a newer one; tried again as long as that takes. */
  write(name: string, conversation: Conversation): Promise<void> {
    return new Promise((resolve) => {
      const whenWritten = [...(this.dirty.get(name)?.whenWritten ?? []), resolve];
      this.dirty.set(name, { conversation, whenWritten });
      if (!this.isPumping) void this.pump();
    });
  }

  /** Resolves once the file has the newest state handed over under this name. */
  async whenWritten(name: string): Promise<void> {
    const pending = this.dirty.get(name) ?? this.inFlight.get(name);
    if (pending) await new Promise<void>((resolve) => pending.whenWritten.push(resolve));
  }

  /** Resolves once everything handed over so far is on disk, also after a power cut. */
  async settled(): Promise<void> {
    await Promise.all([...this.dirty.keys(), ...this.inFlight.keys()].map((name) => this.whenWritten(name)));
    const names = [...this.unsynced];
    this.unsynced = new Set();
    try {
      for (const name of names) await this.sync(name);
      if (names.length > 0) await syncFolder(await this.folder.folder('conversations'));
    } catch (cause) {
      for (const name of names) this.unsynced.add(name);
      throw cause;
    }
  }

  private async pump(): Promise<void> {
    this.isPumping = true;
    let hasReported = false;
    while (this.dirty.size > 0) {
      const failure = await this.writeBatch();
      if (failure === null) continue;
      if (!hasReported)
        this.logger.error({ err: failure }, 'conversation files cannot be written; kept in the journal');
      hasReported = true;
      await pause(RETRY_PAUSE_MS);
    }
    this.isPumping = false;
  }

  /** @returns why some of the batch could not be written; they are handed over again. */
  private async writeBatch(): Promise<unknown> {
    this.inFlight = new Map([...this.dirty].slice(0, FILES_PER_BATCH));
    for (const name of this.inFlight.keys()) this.dirty.delete(name);
    const outcomes = await Promise.allSettled(
      [...this.inFlight].map(([name, { conversation }]) => this.replace(name, conversation)),
    );
    let failure: unknown = null;
    for (const [index, [name, pending]] of [...this.inFlight].entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'rejected') {
        failure = outcome.reason;
        this.handBack(name, pending);
      } else {
        this.unsynced.add(name);
        for (const resolve of pending.whenWritten) resolve();
      }
    }
    this.inFlight = new Map();
    return failure;
  }

  /** A newer state may have come meanwhile; whoever waits for the older one then waits for that. */
  private handBack(name: string, { conversation, whenWritten }: Pending): void {
    const newer = this.dirty.get(name);
    if (newer) newer.whenWritten.push(...whenWritten);
    else this.dirty.set(name, { conversation, whenWritten });
  }

  private async replace(name: string, conversation: Conversation): Promise<void> {
    const text = `${JSON.stringify(toConversationFile(conversation), null, 2)}\n`;
    await replaceFile(await this.pathOf(name), text, false);
  }

  /** A file that somebody has deleted needs no sync. */
  private async sync(name: string): Promise<void> {
    try {
      await syncFile(await this.pathOf(name));
    } catch (cause) {
      if (!isErrorCode(cause, 'ENOENT')) throw cause;
    }
  }

  private async pathOf(name: string): Promise<string> {
    return join(await this.folder.folder('conversations'), basename(name));
  }
}

/**
 * Fixed by the outside contract. Ids that are not ids never reach a file name.
 * @throws {MalformedUpdateError} naming the id that is none.
 */
export function conversationFileName({ contactId, locationId }: ContactIds): string {
  if (!isId(contactId)) throw new MalformedUpdateError([`contactId: ${ID_RULE}`]);
  if (!isId(locationId)) throw new MalformedUpdateError([`locationId: ${ID_RULE}`]);
  return `${contactId}_${locationId}.json`;
}

/** False for whatever else somebody may have put into the folder. */
export function isConversationFileName(name: string): boolean {
  return /^[\w-]{1,64}_[\w-]{1,64}\.json$/.test(name);
}

function isNameOf(name: string, { contactId, locationId }: Conversation): boolean {
  return name === `${contactId}_${locationId}.json`;
}

function parse(content: unknown): Conversation | null {
  try {
    return fromConversationFile(content);
  } catch {
    return null;
  }
}
