import { ApiError } from './api-error';
import type { Reply } from './api-error';

/** What a handler is told; credentials, version and form have been checked. */
export interface ApiCall<Param extends string = string> {
  readonly params: Readonly<Record<Param, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON; `{}` when none was sent. */
  readonly body: unknown;
}

/** The `Version` header that GHL's description asks for. */
export type ApiVersion = '2021-07-28' | '2021-04-15';

export interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly version: ApiVersion;
  readonly handle: (call: ApiCall) => Reply;
}

/** `'/contacts/:contactId/tags'` → `'contactId'`. */
type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** A maker of routes that share a version. */
export function routesOf(version: ApiVersion) {
  return <Path extends string>(
    method: string,
    path: Path,
    handle: (call: ApiCall<ParamsOf<Path>>) => Reply,
  ): Route => ({ method, segments: path.split('/'), version, handle });
}

/** The status that GHL's description names for the call. */
export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });

/** Finds a route by method and number of segments first, so that only a handful are compared. */
export class RouteTable {
  private readonly buckets = new Map<string, readonly Route[]>();

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const key = bucketOf(route.method, route.segments);
      this.buckets.set(key, [...(this.buckets.get(key) ?? []), route]);
    }
  }

  /** @throws ApiError 404 for a path that the API does not have. */
  find(method: string, path: string): { readonly route: Route; readonly params: Readonly<Record<string, string>> } {
    const segments = path.split('/');
    for (const route of this.buckets.get(bucketOf(method, segments)) ?? []) {
      const params = match(route.segments, segments);
      if (params !== null) return { route, params };
    }
    throw new ApiError(404, `Cannot ${method} ${path}`);
  }
}

function bucketOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments.length}`;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part !== segment) return null;
  }
  return params;
}
