import { json } from 'express';
import type { RequestHandler } from 'express';
import { CodedException } from './coded-exception';

const MAX_BODY_BYTES = 100 * 1_024;
/** No body of this API nests deeper than four levels. */
const MAX_NESTING = 32;

const OPEN = new Set(['[', '{'].map((bracket) => bracket.charCodeAt(0)));
const CLOSE = new Set([']', '}'].map((bracket) => bracket.charCodeAt(0)));
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

const readJson = json({
  limit: MAX_BODY_BYTES,
  inflate: false,
  verify: (_request, _response, bytes) => {
    if (isNestedDeeperThan(MAX_NESTING, bytes)) {
      throw new CodedException(400, 'nested_too_deep', `The body nests deeper than ${MAX_NESTING} levels.`);
    }
  },
});

/**
 * Reads JSON bodies of all routes but the webhook; any other body is refused rather than taken for an empty one. Deep
 * nesting is refused before it can exhaust anybody's stack.
 */
export const jsonBody: RequestHandler = (request, response, next) => {
  const hasNoBody = request.headers['content-length'] === '0';
  // `is` answers `null` when there is no body; it takes an empty one for a body.
  if (hasNoBody || request.is('json') !== false) readJson(request, response, next);
  else next(new CodedException(415, 'unsupported_media_type', 'Send JSON with Content-Type: application/json.'));
};

function isNestedDeeperThan(limit: number, bytes: Buffer): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === QUOTE) isInString = !isInString;
    else if (isInString && byte === BACKSLASH) index += 1;
    else if (!isInString && OPEN.has(byte)) depth += 1;
    else if (!isInString && CLOSE.has(byte)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
