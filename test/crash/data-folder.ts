import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One entry of `conversation_history`; the contract names the first three, the README the others. */
export interface TurnJson {
  readonly event_id: string | null;
  readonly user_message: string;
  readonly ai_response: string;
  readonly message_id?: string | null;
  readonly sent?: boolean | null;
}

/** True for a reply that the service does not claim to have sent; GHL may have it all the same. */
export function isUnsent({ ai_response: reply, sent }: TurnJson): boolean {
  return reply !== '' && (sent === false || sent === null);
}

/** What must not be there after a clean stop: temporary files, the lock, damaged files that were set aside. */
const LEFTOVER = /\.tmp|^\.lock|^\.write-probe|\.corrupt-/;

/** The turns of every conversation, by contact. */
export function readConversations(dataDir: string): Map<string, readonly TurnJson[]> {
  const folder = join(dataDir, 'conversations');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return new Map(
    names.map((name) => {
      const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        readonly contact_id: string;
        readonly conversation_history: readonly TurnJson[];
      };
      return [file.contact_id, file.conversation_history];
    }),
  );
}

/** The status of every event in `webhook_idempotency.json`, by its id; none when there is no such file. */
export function readStatuses(dataDir: string): Map<string, string> {
  const path = join(dataDir, 'webhook_idempotency.json');
  if (!existsSync(path)) return new Map();
  const file = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, { readonly status: string }>>;
  return new Map(Object.entries(file).map(([id, { status }]) => [id, status]));
}

export function isFinal(status: string | undefined): boolean {
  return status === 'processed' || status === 'failed';
}

/** Paths, relative to the folder, of what a clean stop should have left nothing of. */
export function readLeftovers(dataDir: string): readonly string[] {
  const entries = readdirSync(dataDir, { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => LEFTOVER.test(name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(dataDir.length + 1));
}
