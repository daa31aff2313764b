import type { Request } from 'express';

/** What the router leaves in a request. */
export type Routed = Pick<Request, 'method'> & { readonly route?: { readonly path: string } };

/**
 * The pattern of the route that the router has found, such as `/conversations/:contactId`; `null` for none. A route for
 * everything, such as a middleware's, has a wildcard and is none.
 */
export function routePattern({ route }: Routed): string | null {
  return route === undefined || route.path.includes('*') ? null : route.path;
}
