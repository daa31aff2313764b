import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { operationOf, violationsOf } from './ghl-requests';
import type { RecordedRequest } from './ghl-requests';

/** What the server does with a request, beside its good answer. */
export interface Behaviour {
  /** Does what was asked before it goes wrong: the message is sent, its answer is not. */
  readonly executes?: boolean;
  readonly answer: Answer | 'hang' | 'drip' | 'reset';
}
interface Answer {
  readonly status: number;
  /** A string goes out as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const HANG: Behaviour = { answer: 'hang' };
/** One byte now and then, never an end. */
export const DRIP: Behaviour = { answer: 'drip' };
export const RESET: Behaviour = { answer: 'reset' };
export const MALFORMED = answer(200, '<html>');

export function answer(status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return { answer: { status, body, headers } };
}

export function executed(behaviour: Behaviour): Behaviour {
  return { ...behaviour, executes: true };
}

interface StoredMessage {
  readonly id: string;
  readonly body: string;
  readonly direction?: string;
  readonly dateAdded: string;
  readonly source?: string;
  readonly messageType?: string;
}

/** A CRM on the loopback interface: answers as the API promises unless told to misbehave, and keeps every request. */
export class FakeGhlServer {
  readonly requests: RecordedRequest[] = [];
  /** Oldest first. */
  readonly messages: StoredMessage[] = [];
  readonly fields: { id: string; name: string; fieldKey: string }[] = [
    { id: 'f_score', name: 'AI lead score', fieldKey: 'contact.ai_lead_score' },
    { id: 'f_type', name: 'Bot_Type', fieldKey: 'contact.renamed' },
  ];
  readonly tags: { name: string }[] = [];
  readonly contact = {
    id: 'contact_1',
    firstName: 'Ann',
    phone: '+12145550100',
    tags: ['hot-lead'],
    dndSettings: { SMS: { status: 'inactive' } },
    customFields: [
      { id: 'f_score', value: 82 },
      { id: 'f_other', value: 'x' },
    ] as { id: string; value: unknown }[],
  };
  isPhoneKnown = true;
  isNested = false;
  slots: Readonly<Record<string, unknown>> = {};
  appointments: readonly unknown[] = [];
  tasks: readonly unknown[] = [];
  /** What the export tells, page by page. */
  exportPages: readonly (readonly unknown[])[] = [];
  timeZone: string | undefined = 'America/Chicago';
  private readonly scripts = new Map<string, Behaviour[]>();
  private readonly lasting = new Map<string, Behaviour>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      this.receive(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<FakeGhlServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    return new FakeGhlServer(server);
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next requests of the operation meet these, one each. */
  next(operation: string, ...behaviours: readonly Behaviour[]): void {
    this.scripts.set(operation, [...behaviours]);
  }

  /** All requests of the operation meet this. */
  always(operation: string, behaviour: Behaviour): void {
    this.lasting.set(operation, behaviour);
  }

  count(operation: string): number {
    return this.requests.filter((request) => request.operation === operation).length;
  }

  bodies(operation: string): unknown[] {
    return this.requests.filter((request) => request.operation === operation).map(({ body }) => body);
  }

  /** Where requests differ from the vendor's description. */
  violations(): string[] {
    return this.requests.flatMap((request) => violationsOf(request));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await record(incoming);
    this.requests.push(request);
    const behaviour = this.scripts.get(request.operation)?.shift() ?? this.lasting.get(request.operation);
    const good = !behaviour || behaviour.executes ? this.execute(request) : null;
    const actual = behaviour?.answer ?? { status: 200, body: good };
    if (actual === 'hang') return;
    if (actual === 'reset') response.destroy();
    else if (actual === 'drip') drip(response);
    else reply(response, actual);
  }

  private execute({ operation, query, body }: RecordedRequest): unknown {
    const given = (body ?? {}) as Readonly<Record<string, unknown>>;
    switch (operation) {
      case 'sendMessage': {
        const id = `message_${this.messages.length + 1}`;
        const dateAdded = new Date().toISOString();
        this.messages.push({ id, body: String(given.message), direction: 'outbound', dateAdded, source: 'api' });
        return { conversationId: 'conversation_1', messageId: id, status: 'pending' };
      }
      case 'getMessages': {
        const page = { messages: this.messages.toReversed(), nextPage: false };
        return this.isNested ? { messages: page } : page;
      }
      case 'exportMessages':
        return this.exportPage(Number(query.cursor?.replace('page_', '') ?? 0));
      case 'createCustomField': {
        const name = String(given.name);
        this.fields.push({ id: `f_${name}`, name, fieldKey: `contact.${name}` });
        return { customField: this.fields.at(-1) };
      }
      case 'createTag':
        this.tags.push({ name: String(given.name).toLowerCase() });
        return { tag: this.tags.at(-1) };
      default:
        return this.fixedAnswers()[operation];
    }
  }

  private exportPage(index: number): unknown {
    const { exportPages } = this;
    const nextCursor = index + 1 < exportPages.length ? `page_${index + 1}` : null;
    return { messages: exportPages[index] ?? [], nextCursor, total: exportPages.flat().length };
  }

  private fixedAnswers(): Readonly<Record<string, unknown>> {
    return {
      getContact: { contact: this.contact },
      updateContact: { succeded: true, contact: this.contact },
      findByPhone: { contact: this.isPhoneKnown ? { id: 'contact_1' } : null },
      upsertContact: { new: true, contact: { id: 'contact_new' } },
      addTags: { tags: [] },
      removeTags: { tags: [] },
      createTask: { task: { id: 'task_1' } },
      listTasks: { tasks: this.tasks },
      triggerWorkflow: { succeded: true },
      searchConversations: { conversations: [{ id: 'conversation_1', contactId: 'contact_1' }] },
      getFreeSlots: { ...this.slots, traceId: 'trace' },
      createAppointment: { id: 'appointment_1' },
      getAppointments: { events: this.appointments },
      checkHealth: { location: { id: 'location_1', timezone: this.timeZone } },
      listCustomFields: { customFields: this.fields },
      listTags: { tags: this.tags },
    };
  }
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://crm');
  const method = incoming.method ?? '';
  return {
    operation: operationOf(method, pathname),
    headers: incoming.headers,
    query: Object.fromEntries(searchParams),
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}

function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => {
    clearInterval(timer);
  });
}
