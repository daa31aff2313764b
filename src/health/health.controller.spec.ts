import type { Response } from 'express';
import { StillClock } from '../../test/support/still-clock';
import { startSystemHealth } from '../../test/support/system-health';
import { HealthController } from './health.controller';
import type { Liveness } from './liveness';

let health: ReturnType<typeof startSystemHealth>;
let state: ReturnType<Liveness['state']>;
let controller: HealthController;
beforeEach(() => {
  health = startSystemHealth(new StillClock());
  state = 'alive';
  controller = new HealthController(health.system, { state: () => state } as Liveness, health.storage);
});

type Route = 'health' | 'ready' | 'dependencies';

/** The status of the answer, and the one that its body tells. */
async function ask(route: Route): Promise<[number, string]> {
  let statusCode = 200;
  const response = { status: (code: number) => (statusCode = code) } as unknown as Response;
  const { status } = await controller[route](response);
  return [statusCode, status];
}

const answers = async () => [await ask('health'), await ask('ready'), await ask('dependencies')];

describe('observability: what orchestrators are told', () => {
  it('is that all is well', async () => {
    const services = { ghl: { status: 'up' }, storage: { writable: true } };
    expect(await controller.health({} as Response)).toMatchObject({ status: 'ok', services });
    expect(await controller.ready({} as Response)).toMatchObject({ status: 'ready', storage: { writable: true } });
    expect(await answers()).toEqual([
      [200, 'ok'],
      [200, 'ready'],
      [200, 'ok'],
    ]);
  });

  it.each([
    ['only where it is strict when the CRM is down', { isCrmUp: false }, [200, 'ready']],
    ['there and for whoever sends when the disk cannot be written', { isDiskWritable: false }, [503, 'not_ready']],
  ])('fails %s', async (_title, trouble, ready) => {
    Object.assign(health.surroundings, trouble);
    expect(await answers()).toEqual([[200, 'degraded'], ready, [503, 'degraded']]);
  });

  it.each(['stopping', 'wedged'] as const)('is to send nothing more while the service is %s', async (now) => {
    state = now;
    expect(await controller.health({ status: () => undefined } as unknown as Response)).toHaveProperty('services.ghl');
    expect(await answers()).toEqual([
      [503, now],
      [503, now],
      [200, 'ok'],
    ]);
  });
});
