import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { SETTING_NAMES } from '../src/config/settings';
import { STOP_PATIENCE_MS } from '../src/webhook/inbox/stop-patience';
import { all, commandOf, only, readDockerfile } from './support/dockerfile';
import { base, containerOf, envOf, podSpec } from './support/kubernetes';
import { bytesOf, ofKind, readYaml } from './support/manifests';
import { startTestApp } from './support/test-app';

const { version, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
  readonly scripts: { readonly start: string };
};
const stages = readDockerfile('Dockerfile');
const [build, final] = stages;
if (!build || !final) throw new Error('the Dockerfile has not two stages');
const env = new Map(
  only(final, 'ENV')
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
const context = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Sources of the COPY instructions that take from the build context. */
function copied(): readonly string[] {
  const copies = stages.flatMap((stage) => all(stage, 'COPY')).filter((rest) => !rest.startsWith('--from='));
  return copies.flatMap((rest) => rest.split(' ').slice(0, -1));
}

async function exitCode(command: readonly string[], port: string): Promise<number> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env: { ...process.env, PORT: port } });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}

describe('deploy: image', () => {
  it('is built and run on one pinned version of Node 24', () => {
    expect(stages).toHaveLength(2);
    expect(new Set(stages.map(({ image }) => image.split(' ')[0]))).toEqual(new Set([build.image.split(' ')[0]]));
    expect(build.image).toMatch(/^node:24\.\d+-slim AS build$/);
  });

  it('has what the lock file says, without what only building needs', () => {
    expect(all(build, 'RUN')).toEqual(['npm ci', 'npm run build', 'npm prune --omit=dev']);
  });

  it('is made of what the build context has, and of nothing else', () => {
    const [everything, ...rest] = context;
    expect(everything).toBe('*');
    const allowed = rest.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(allowed.filter((path) => !existsSync(path))).toEqual([]);
    expect(new Set(copied().map((path) => path.replace('./', '')))).toEqual(new Set(allowed));
  });

  it('has the business profiles, and starts where they are found', () => {
    expect(copied()).toContain('config');
    expect(only(final, 'WORKDIR')).toBe('/app');
  });

  it('is not root, by a number', () => {
    expect(only(final, 'USER')).toBe('1000:1000');
    const { runAsUser, runAsGroup } = podSpec('jorge-bots').securityContext ?? {};
    expect(`${runAsUser ?? ''}:${runAsGroup ?? ''}`).toBe(only(final, 'USER'));
  });

  it('is the service itself, started as "npm start" does', () => {
    expect(`exec ${commandOf(only(final, 'CMD')).join(' ')}`).toBe(scripts.start);
    expect(all(final, 'ENTRYPOINT')).toEqual([]);
  });

  it('has the settings of a container', () => {
    expect(SETTING_NAMES).toEqual(expect.arrayContaining([...env.keys()]));
    expect(envOf(containerOf('jorge-bots'))).toEqual(env);
    expect(only(final, 'VOLUME')).toBe(env.get('DATA_DIR'));
    expect(only(final, 'EXPOSE')).toBe(env.get('PORT'));
    expect(ofKind(base.manifests, 'Service')[0]?.spec?.ports?.[0]?.port).toBe(Number(env.get('PORT')));
  });

  it('is healthy while the service answers', async () => {
    const check = commandOf(only(final, 'HEALTHCHECK'));
    const app = await startTestApp();
    const { port } = new URL(app.url);
    expect(await exitCode(check, port)).toBe(0);
    await app.close();
    expect(await exitCode(check, port)).toBe(1);
  });
});

describe('deploy: docker compose', () => {
  interface Compose {
    readonly services: Readonly<Record<'jorge-bots' | 'monitor', ComposeService>>;
    readonly volumes: Readonly<Record<string, null>>;
  }
  interface ComposeService {
    readonly image: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly env_file: string;
    readonly ports?: readonly string[];
    readonly volumes?: readonly string[];
    readonly command?: readonly string[];
    readonly mem_limit: string;
    readonly stop_grace_period?: string;
  }
  const { services, volumes } = readYaml('docker-compose.yml') as Compose;
  const service = services['jorge-bots'];

  it.each(['jorge-bots', 'monitor'] as const)('%s runs the image of this version and has no rights', (name) => {
    expect(services[name]).toMatchObject({
      image: `jorge-bots:${version}`,
      restart: 'unless-stopped',
      env_file: '.env',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(SETTING_NAMES).toEqual(expect.arrayContaining(Object.keys(services[name].environment)));
  });

  it('fixes what .env may have for a start without a container', () => {
    expect(service.environment).toEqual({ ...Object.fromEntries(env), NODE_ENV: '${NODE_ENV:-production}' });
  });

  it('is reached from this machine only', () => {
    expect(service.ports).toEqual([`127.0.0.1:\${PORT:-3000}:${env.get('PORT') ?? ''}`]);
  });

  it('keeps its data in a volume', () => {
    expect(service.volumes).toEqual([`data:${env.get('DATA_DIR') ?? ''}`]);
    expect(Object.keys(volumes)).toEqual(['data']);
  });

  it('has time to finish what is under way, and memory', () => {
    const graceSeconds = Number(/^(\d+)s$/.exec(service.stop_grace_period ?? '')?.[1]);
    expect(graceSeconds).toBeGreaterThanOrEqual(STOP_PATIENCE_MS / 1_000 + 10);
    const { limits } = containerOf('jorge-bots').resources ?? {};
    expect(service.mem_limit).toBe(`${bytesOf(limits?.memory) / 2 ** 20}m`);
  });

  it('monitors the service with a command that there is', () => {
    const { command } = services.monitor;
    expect(command?.slice(2)).toEqual(['--url', `http://jorge-bots:${env.get('PORT') ?? ''}`]);
    expect(command?.slice(0, 2)).toEqual(containerOf('jorge-bots-monitor').command);
    const source = command?.[1]?.replace(/^dist\/(.+)\.js$/, 'src/$1.ts') ?? '';
    expect(existsSync(source)).toBe(true);
  });
});
