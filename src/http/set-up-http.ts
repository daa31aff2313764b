import { ValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Express } from 'express';
import helmet from 'helmet';
import { PinoLogger } from 'nestjs-pino';
import { MonotonicClock, SETTINGS } from '../config';
import type { Settings } from '../config';
import { meterRequests, Registry, tellProcessTime, traceRequest } from '../telemetry';
import { CodedException } from './coded-exception';
import { ErrorFilter } from './error.filter';

/** What every route shares: security headers, checked bodies, one form of error, the API page at `/docs`. */
export async function setUpHttp(app: NestExpressApplication): Promise<void> {
  app.disable('x-powered-by');
  const clock = app.get(MonotonicClock);
  app.use(meterRequests(app.get(Registry), clock));
  const express: Express = app.getHttpAdapter().getInstance();
  tellProcessTime(express.response, clock);
  if (app.get<Settings>(SETTINGS).tracing !== null) app.use(traceRequest);
  // The API page is also opened over plain http, where an upgrade to https would leave it blank.
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, exceptionFactory: refuseBody }));
  app.useGlobalFilters(new ErrorFilter(await app.resolve(PinoLogger)));
  const description = new DocumentBuilder()
    .setTitle('Jorge Bots')
    .setDescription('Answers the leads and sellers of a real-estate agent by SMS.')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, description));
}

function refuseBody(errors: readonly { readonly constraints?: Readonly<Record<string, string>> }[]): CodedException {
  const problems = errors.flatMap((error) => Object.values(error.constraints ?? {}));
  return new CodedException(400, 'invalid_request', problems.join('; ') || 'The request is not valid.');
}
