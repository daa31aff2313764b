import { Controller, Get, HttpException, Module, Param, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import type { Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { CodedException, TryAgainLaterException } from './coded-exception';
import { ErrorFilter } from './error.filter';

/** Each route throws what it is named after. */
@Controller()
class Broken {
  @Get('bug')
  bug(): never {
    throw new TypeError('token pit-123 of +12145550100 is undefined');
  }

  @Get('text')
  text(): never {
    // Libraries throw whatever they like.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw 'token pit-123';
  }

  @Get('later')
  later(): never {
    throw new TryAgainLaterException('not_durable', 'Send it again later.', 30);
  }

  @Get('coded')
  coded(): never {
    throw new CodedException(404, 'no_such_contact', 'There is no such contact.');
  }

  @Get('middleware/:status')
  middleware(@Param('status') status: string): never {
    throw Object.assign(new Error('entity too large at /srv'), { status: Number(status) });
  }

  @Get('odd-status')
  oddStatus(): never {
    throw Object.assign(new Error('entity too large at /srv'), { status: '413' });
  }

  @Get('no-error')
  noError(): never {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw { status: 413 };
  }

  @Get('answered')
  answered(@Res() response: Response): never {
    response.json({ answered: true });
    throw new Error('too late');
  }

  @Get('validation')
  validation(): never {
    throw new HttpException({ message: ['a must be a text', 'b is missing'] }, 400);
  }
}

@Module({ controllers: [Broken] })
class BrokenModule {}

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
const logged = jest.spyOn(logger, 'error');
let app: INestApplication;
let url: string;
beforeAll(async () => {
  app = await NestFactory.create(BrokenModule, { logger: false });
  app.useGlobalFilters(new ErrorFilter(logger));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());
beforeEach(() => logged.mockClear());

const INTERNAL = { code: 'internal_error', message: 'Something went wrong here; the log has the details.' };

const UNREADABLE = 'The request could not be read: check that the body is valid JSON and the path is valid.';

describe('webhook: error answers', () => {
  it.each([
    ['bug', 500, INTERNAL],
    ['text', 500, INTERNAL],
    ['middleware/399', 500, INTERNAL],
    ['middleware/500', 500, INTERNAL],
    ['odd-status', 500, INTERNAL],
    ['no-error', 500, INTERNAL],
    ['later', 429, { code: 'not_durable', message: 'Send it again later.' }],
    ['coded', 404, { code: 'no_such_contact', message: 'There is no such contact.' }],
    ['middleware/413', 413, { code: 'body_too_large', message: 'The body is larger than this route takes.' }],
    ['middleware/415', 415, { code: 'unsupported_media_type', message: expect.stringContaining('JSON') as string }],
    ['middleware/400', 400, { code: 'bad_request', message: UNREADABLE }],
    ['middleware/499', 499, { code: 'error', message: UNREADABLE }],
    ['validation', 400, { code: 'bad_request', message: 'a must be a text; b is missing' }],
    ['nowhere', 404, { code: 'not_found', message: 'Cannot GET /nowhere' }],
  ])('of %s have the form of the contract, and nothing of what was thrown', async (route, statusCode, told) => {
    const response = await fetch(`${url}/${route}`);
    const requestId = response.headers.get('x-request-id');
    expect(response.status).toBe(statusCode);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual({ statusCode, ...told, requestId });
    const line = [{ err: expect.anything() as unknown, code: 'internal_error' }, 'request failed'];
    expect(logged.mock.calls).toEqual(statusCode === 500 ? [line] : []);
  });

  it('do not follow an answer that has begun', async () => {
    expect(await (await fetch(`${url}/answered`)).json()).toEqual({ answered: true });
    expect(logged).toHaveBeenCalledTimes(1);
  });

  it('say when to come back', async () => {
    expect((await fetch(`${url}/later`)).headers.get('retry-after')).toBe('30');
    expect((await fetch(`${url}/coded`)).headers.get('retry-after')).toBeNull();
  });
});
