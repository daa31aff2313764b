import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Settings } from '../../config';
import { holderOf } from '../../storage';
import { findingsOf } from './finding';
import type { Finding } from './finding';

const { ok, fail } = findingsOf('port');

/** Whether the service could listen where it is told to: tried, and given back at once. */
export async function checkPort({ host, port, dataDir }: Settings): Promise<Finding> {
  const problem = await listenProblem(host, port);
  switch (problem) {
    case null:
      return ok(`${host}:${port} can be listened on`);
    case 'EADDRINUSE':
      if (await isServiceRunning(resolve(dataDir))) return ok(`${port} is taken, as it is while the service runs`);
      return fail(`PORT: ${port} is taken by another program`, 'set PORT to another, or stop that program');
    case 'EACCES':
      return fail(`PORT: this user may not listen on ${port}`, 'set PORT to 1024 or above');
    default:
      return fail(
        `HOST: cannot listen on ${host} (${problem})`,
        'set HOST to 0.0.0.0, or to an address of this machine',
      );
  }
}

/** @returns the system's code for what is wrong; `null` for nothing. */
async function listenProblem(host: string, port: number): Promise<string | null> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code ?? 'unknown';
  }
  server.close();
  await once(server, 'close');
  return null;
}

async function isServiceRunning(folder: string): Promise<boolean> {
  return existsSync(folder) && (await holderOf(folder)) !== null;
}
