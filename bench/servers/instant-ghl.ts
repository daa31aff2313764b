import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { announcePort } from './server-kit';

/**
 * A CRM that takes everything at once: no limits worth the name, no latency, no memory but the fields and tags of the
 * location. It tells the benchmark of every call.
 */
type Answer = (ids: readonly string[], body: Readonly<Record<string, unknown>>) => unknown;
type Route = readonly [operation: string, method: string, path: RegExp, answer: Answer];

const fields: object[] = [];
const tags: object[] = [];
let messages = 0;

const ROUTES: readonly Route[] = [
  ['getContact', 'GET', /^\/contacts\/([^/]+)$/, ([id]) => ({ contact: contactWith(id) })],
  ['updateContact', 'PUT', /^\/contacts\/([^/]+)$/, ([id]) => ({ succeded: true, contact: { id } })],
  ['addTags', 'POST', /^\/contacts\/([^/]+)\/tags$/, (_ids, body) => ({ tags: body.tags })],
  ['removeTags', 'DELETE', /^\/contacts\/([^/]+)\/tags$/, () => ({ tags: [] })],
  ['createTask', 'POST', /^\/contacts\/([^/]+)\/tasks$/, () => ({ task: { id: 'task1' } })],
  ['triggerWorkflow', 'POST', /^\/contacts\/([^/]+)\/workflow\/[^/]+$/, () => ({ succeded: true })],
  ['sendMessage', 'POST', /^\/conversations\/messages$/, () => sentMessage()],
  ['searchConversations', 'GET', /^\/conversations\/search$/, () => ({ conversations: [], total: 0 })],
  [
    'exportMessages',
    'GET',
    /^\/conversations\/messages\/export$/,
    () => ({ messages: [], nextCursor: null, total: 0 }),
  ],
  ['getMessages', 'GET', /^\/conversations\/([^/]+)\/messages$/, () => ({ messages: [], nextPage: false })],
  ['checkHealth', 'GET', /^\/locations\/([^/]+)$/, ([id]) => ({ location: { id } })],
  ['listCustomFields', 'GET', /^\/locations\/[^/]+\/customFields$/, () => ({ customFields: fields })],
  ['createCustomField', 'POST', /^\/locations\/[^/]+\/customFields$/, (_ids, body) => newField(String(body.name))],
  ['listTags', 'GET', /^\/locations\/[^/]+\/tags$/, () => ({ tags })],
  ['createTag', 'POST', /^\/locations\/[^/]+\/tags$/, (_ids, body) => newTag(String(body.name))],
];

/** So high that the service's own pacing never waits. */
const HEADERS = {
  'Content-Type': 'application/json',
  'X-RateLimit-Limit-Daily': '900000000',
  'X-RateLimit-Daily-Remaining': '900000000',
  'X-RateLimit-Interval-Milliseconds': '1000',
  'X-RateLimit-Max': '900000000',
  'X-RateLimit-Remaining': '900000000',
};

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    answer(request, response, text);
  });
});
server.keepAliveTimeout = 60_000;
announcePort(server.listen(0, '127.0.0.1'));

function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const route = ROUTES.find(([, method, pattern]) => method === request.method && pattern.test(path));
  const ids = route?.[2].exec(path)?.slice(1) ?? [];
  const body = text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>);
  response.writeHead(route ? 200 : 404, HEADERS);
  response.end(JSON.stringify(route ? route[3](ids, body) : { message: 'unknown route' }));
  process.send?.({
    operation: route?.[0] ?? `unknown ${path}`,
    contactId: typeof body.contactId === 'string' ? body.contactId : (ids[0] ?? ''),
  });
}

function contactWith(id: string | undefined) {
  const dndSettings = { SMS: { status: 'inactive' } };
  return { id, firstName: 'Ann', phone: '+12145550100', tags: [], customFields: [], dndSettings };
}

function sentMessage() {
  messages += 1;
  return { conversationId: 'conversation1', messageId: `message${messages}`, status: 'pending' };
}

function newField(name: string) {
  const customField = { id: `field_${name}`, name, fieldKey: `contact.${name}` };
  fields.push(customField);
  return { customField };
}

function newTag(name: string) {
  const tag = { id: `tag_${name}`, name: name.toLowerCase() };
  tags.push(tag);
  return { tag };
}
