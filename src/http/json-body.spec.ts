import express from 'express';
import type { ErrorRequestHandler } from 'express';
import { serveToTests } from '../../test/support/spec-server';
import { CodedException } from './coded-exception';
import { jsonBody } from './json-body';

const tellError: ErrorRequestHandler = (error: Error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const isCoded = error instanceof CodedException;
  const told = isCoded ? { status: error.getStatus(), message: error.message } : {};
  response.json({ code: isCoded ? error.code : error.name, ...told });
};
const app = express()
  .use(jsonBody, (request, response) => {
    response.json({ body: (request.body as unknown) ?? null });
  })
  .use(tellError);
const { urlOf } = serveToTests(app);

async function answerTo(body: string | undefined, type = 'application/json'): Promise<unknown> {
  const request = { method: 'POST', ...(body !== undefined && { body, headers: { 'Content-Type': type } }) };
  return (await fetch(urlOf('/'), request)).json();
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('webhook: JSON bodies of the other routes', () => {
  it.each([
    ['an object', '{"a":1}', { a: 1 }],
    ['32 levels', nested(32), JSON.parse(nested(32)) as unknown],
    ['many lists side by side', `[${'[],'.repeat(100)}[]]`, Array.from({ length: 101 }, () => [])],
    ['brackets in a text', JSON.stringify({ a: '['.repeat(40) }), { a: '['.repeat(40) }],
    ['brackets in a text behind a quote', JSON.stringify({ a: `"${'{'.repeat(40)}` }), { a: `"${'{'.repeat(40)}` }],
    ['brackets in a text behind a backslash', JSON.stringify(['\\', '['.repeat(40)]), ['\\', '['.repeat(40)]],
  ])('are read: %s', async (_what, body, read) => {
    expect(await answerTo(body)).toEqual({ body: read });
  });

  it.each([
    ['33 levels', nested(33)],
    ['33 levels of objects', '{"a":'.repeat(33)],
    ['levels behind a text that ends in a backslash', `["\\\\",${nested(33)}]`],
    ['levels behind a text with a quote', `["\\"",${nested(33)}]`],
  ])('are refused before they are parsed: %s', async (_what, body) => {
    expect(await answerTo(body)).toEqual({
      status: 400,
      code: 'nested_too_deep',
      message: 'The body nests deeper than 32 levels.',
    });
  });

  it('are refused when they are too large, no JSON, or of another kind', async () => {
    expect(await answerTo(JSON.stringify('x'.repeat(101 * 1_024)))).toEqual({ code: 'PayloadTooLargeError' });
    expect(await answerTo('{"a":')).toEqual({ code: 'SyntaxError' });
    expect(await answerTo('a=1', 'application/x-www-form-urlencoded')).toEqual({
      status: 415,
      code: 'unsupported_media_type',
      message: 'Send JSON with Content-Type: application/json.',
    });
  });

  it('may be missing', async () => {
    expect(await answerTo(undefined)).toEqual({ body: null });
    expect(await answerTo('', 'text/plain')).toEqual({ body: null });
  });
});
