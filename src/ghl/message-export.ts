import type { PinoLogger } from 'nestjs-pino';
import { exportedMessage, exportMessages } from './conversation-calls';
import { toMessage } from './conversation-reader';
import type { GhlHttp } from './ghl-http';
import type { ExportQuery, LocationMessage } from './ghl.types';

/** What the export is read with. */
interface ExportPort {
  readonly http: Pick<GhlHttp, 'call' | 'locationId'>;
  readonly logger: Pick<PinoLogger, 'warn'>;
}

/** 20,000 messages at 500 a page: far more than a location gets in the hours that are caught up on. */
const MAX_PAGES = 40;
const OPERATION = 'exportMessages';

/**
 * Reads the texts of all contacts that came or went in a time, both ends included.
 * @returns oldest first, each once; `false` when a page cannot be read. Beyond 40 pages the newest are left out, which
 * is logged: asking again from the last one's `dateAdded` goes on.
 */
export async function readExport(port: ExportPort, query: ExportQuery): Promise<readonly LocationMessage[] | false> {
  const byId = new Map<string, LocationMessage>();
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const result = await readPage(port, query, cursor);
    if (result === false) return false;
    for (const message of result.messages) byId.set(message.id, message);
    cursor = result.nextCursor;
    if (cursor === null) break;
  }
  if (cursor !== null) {
    const reason = `more than ${MAX_PAGES} pages; the newest were not read`;
    port.logger.warn({ operation: OPERATION, fallback_used: true, reason }, 'Message export cut short');
  }
  return [...byId.values()].filter((message) => isWithin(message, query)).sort(oldestFirst);
}

async function readPage({ http, logger }: ExportPort, query: ExportQuery, cursor: string | null) {
  const result = await http.call(exportMessages(http.locationId, query, cursor));
  if (!result.ok) return false;
  const { messages, nextCursor } = result.value;
  return { messages: messages.flatMap((record) => toLocationMessage(record, logger)), nextCursor: nextCursor || null };
}

function toLocationMessage(record: unknown, logger: ExportPort['logger']): readonly LocationMessage[] {
  const parsed = exportedMessage.safeParse(record);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'message'}: ${code}`);
    logger.warn({ operation: OPERATION, fallback_used: true, problems }, 'Malformed message left out of the export');
    return [];
  }
  const { contactId, conversationId } = parsed.data;
  if (!contactId) return [];
  return toMessage(parsed.data).map((message) => ({
    ...message,
    contactId,
    conversationId: conversationId ?? null,
  }));
}

/** Nothing promises that the CRM's dates are exact to the millisecond rather than the day. */
function isWithin({ dateAdded }: LocationMessage, { sinceMs, untilMs }: ExportQuery): boolean {
  const addedMs = Date.parse(dateAdded);
  return addedMs >= sinceMs && addedMs <= untilMs;
}

function oldestFirst(a: LocationMessage, b: LocationMessage): number {
  return Date.parse(a.dateAdded) - Date.parse(b.dateAdded);
}
