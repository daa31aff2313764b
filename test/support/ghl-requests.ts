import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import description from './ghl-request-schemas.json';

/** A request as the CRM received it. */
export interface RecordedRequest {
  /** The name that the description gives it; `unknown` when it describes no such call. */
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const operations = z
  .record(
    z.string(),
    z.object({
      method: z.string(),
      path: z.string(),
      version: z.array(z.string()),
      query: z.record(z.string(), z.unknown()),
      body: z.record(z.string(), z.unknown()).optional(),
    }),
  )
  .parse(description.operations);

/** The calls that the vendor's description has and the client may make. */
export const DESCRIBED_OPERATIONS: readonly string[] = Object.keys(operations);

/** A fixed path wins over one with a parameter: `/contacts/upsert` is not a contact. */
const routes = Object.entries(operations)
  .map(([operation, { method, path }]) => ({
    operation,
    method,
    path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    parameters: path.split('{').length,
  }))
  .sort((a, b) => a.parameters - b.parameters);

export function operationOf(method: string, pathname: string): string {
  return routes.find((route) => route.method === method && route.path.test(pathname))?.operation ?? 'unknown';
}

/** Where a request differs from the description, in words. */
export function violationsOf({ operation, headers, query, body }: RecordedRequest): string[] {
  const described = operations[operation];
  if (!described) return ['a call that is not described'];
  const version = headers.version;
  return [
    ...(typeof version === 'string' && described.version.includes(version) ? [] : ['wrong Version header']),
    ...(headers.authorization?.startsWith('Bearer ') ? [] : ['no bearer token']),
    ...problems(described.query, withNumbers(query)),
    ...(described.body ? problems(described.body, body) : body === undefined ? [] : ['has a body']),
  ].map((problem) => `${operation}: ${problem}`);
}

function problems(schema: Readonly<Record<string, unknown>>, value: unknown): string[] {
  const shape = z.fromJSONSchema(schema, { defaultTarget: 'openapi-3.0' });
  return (shape.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
}

/** A query is text; the description calls some of it numbers. */
function withNumbers(query: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]),
  );
}
