import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { SETTINGS, SettingsError } from './config';
import type { Environment, Settings } from './config';
import { connectSandbox } from './ghl';
import { setUpHttp } from './http';

/**
 * Longer than proxies keep an idle connection (60 s and less by default: nginx, AWS ALB), so that it is they who close
 * it: a request sent down a connection that the service is just closing fails, and GHL does not repeat it.
 */
const KEEP_ALIVE_MS = 75_000;

/**
 * Builds the service: settings read, data folder locked; not listening yet.
 * @param environment instead of the real one and `.env`.
 * @throws {SettingsError} listing what has to be set right.
 */
export async function createApp(environment?: Environment): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(environment), {
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
    // What goes wrong while it is built is thrown and told once, by whoever asked for the app.
    logger: false,
  });
  return setUpApp(app);
}

/** What an app needs beside its modules; tests set theirs up the same way. */
export async function setUpApp(app: NestExpressApplication): Promise<NestExpressApplication> {
  app.useLogger(app.get(Logger));
  // A stop that was asked for is no failure: exit code 0.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  await setUpHttp(app);
  return app;
}

/**
 * Recovers what the last end left unfinished, then takes requests.
 * @returns the address, for requests from this machine.
 * @throws {SettingsError} when the data folder or the port cannot be used.
 */
export async function listen(app: NestExpressApplication): Promise<string> {
  const settings = app.get<Settings>(SETTINGS);
  const { host, port } = settings;
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // Counted from the end of the last answer on a connection that is used again.
  server.headersTimeout = KEEP_ALIVE_MS + 10_000;
  await app.init();
  try {
    await app.listen(port, host);
  } catch (cause) {
    const reason = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown';
    throw new SettingsError([`PORT, HOST: cannot listen on ${host}:${port} (${reason}); set another port or host`]);
  }
  const url = await app.getUrl();
  const [secret] = settings.webhook.hmacSecrets;
  if (secret !== undefined) connectSandbox(app, { url: `${url}/webhook/ghl`, secret });
  return url;
}
