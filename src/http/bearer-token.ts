import type { Request } from 'express';

/** The token of the `Authorization` header; `null` when there is none. */
export function bearerTokenOf({ headers }: Request): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
