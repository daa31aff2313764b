import { readFileSync } from 'node:fs';
import { MONITOR_SETTING_NAMES } from '../src/config/monitor-settings';
import { SETTING_NAMES } from '../src/config/settings';
import { STOP_PATIENCE_MS } from '../src/webhook/inbox/stop-patience';
import {
  base,
  components,
  containerOf,
  envOf,
  example,
  manifests,
  nginxConfig,
  pods,
  podSpec,
  secretExample,
} from './support/kubernetes';
import { bytesOf, ofKind } from './support/manifests';
import { ADMIN_TOKEN, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

const serviceSpec = podSpec('jorge-bots');
const serviceContainer = containerOf('jorge-bots');
const KNOWN_NAMES = [...SETTING_NAMES, ...MONITOR_SETTING_NAMES];
const { version, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
  readonly scripts: { readonly start: string };
};

describe('deploy: every pod', () => {
  it.each([...pods.keys()])('%s has no rights that it does not need', (name) => {
    expect(podSpec(name)).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(podSpec(name).securityContext?.runAsUser).toBeGreaterThan(0);
    expect(containerOf(name).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it.each([...pods.keys()])('%s says what memory it needs and may take', (name) => {
    const { limits, requests } = containerOf(name).resources ?? {};
    expect(bytesOf(requests?.memory)).toBeGreaterThan(0);
    expect(bytesOf(limits?.memory)).toBeGreaterThanOrEqual(bytesOf(requests?.memory));
  });

  it.each([...pods.keys()])('%s mounts the volumes that it has', (name) => {
    const mounts = containerOf(name).volumeMounts?.map((mount) => mount.name) ?? [];
    expect([...new Set(mounts)].sort()).toEqual((podSpec(name).volumes ?? []).map((volume) => volume.name).sort());
  });

  it.each([...pods.keys()])('%s uses config maps, volumes and secrets that exist', (name) => {
    const generated = [base, ...components].flatMap(({ kustomization }) => kustomization.configMapGenerator ?? []);
    const container = containerOf(name);
    const volumes = podSpec(name).volumes ?? [];
    const configMaps = [
      ...(container.envFrom ?? []).map(({ configMapRef }) => configMapRef?.name),
      ...volumes.map(({ configMap }) => configMap?.name),
    ].filter((configMap) => configMap !== undefined);
    expect(generated.map((generator) => generator.name)).toEqual(expect.arrayContaining(configMaps));
    const claims = ofKind(manifests, 'PersistentVolumeClaim').map(({ metadata }) => metadata?.name);
    const claimed = volumes.flatMap(({ persistentVolumeClaim: claim }) => (claim ? [claim.claimName] : []));
    expect(claims).toEqual(expect.arrayContaining(claimed));
    const keys = (container.env ?? []).flatMap(({ valueFrom }) => valueFrom?.secretKeyRef?.key ?? []);
    expect(secretExample.map(([key]) => key)).toEqual(expect.arrayContaining(keys));
  });

  it.each([...pods.keys()])('%s gets only settings that there are', (name) => {
    expect(KNOWN_NAMES).toEqual(expect.arrayContaining([...envOf(containerOf(name)).keys()]));
  });

  it('runs the image of this version', () => {
    const images = [...pods.keys()].map((name) => containerOf(name).image);
    expect(new Set(images)).toEqual(new Set([`jorge-bots:${version}`, 'nginxinc/nginx-unprivileged:1.28-alpine']));
    expect(example.kustomization.images).toMatchObject([{ name: 'jorge-bots', newTag: version }]);
  });
});

describe('deploy: the pod of the service', () => {
  it('is the only one on its data, also during an update', () => {
    const deployment = ofKind(base.manifests, 'Deployment')[0]?.spec;
    expect(deployment).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  });

  it('has time to finish what is under way', () => {
    const preStopSeconds = serviceContainer.lifecycle?.preStop?.sleep?.seconds ?? 0;
    expect(preStopSeconds).toBeGreaterThan(0);
    const spareSeconds = 10;
    expect(serviceSpec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(
      preStopSeconds + STOP_PATIENCE_MS / 1_000 + spareSeconds,
    );
  });

  it('answers webhooks itself while it stops or cannot write', () => {
    expect(ofKind(base.manifests, 'Service')[0]?.spec?.publishNotReadyAddresses).toBe(true);
  });

  it('has room for the heap and what is beside it', () => {
    const heapMib = Number(/--max-old-space-size=(\d+)/.exec(scripts.start)?.[1]);
    const { limits, requests } = serviceContainer.resources ?? {};
    expect(bytesOf(limits?.memory)).toBeGreaterThanOrEqual((heapMib + 150) * 2 ** 20);
    // Measured after 100,000 events: docs/benchmarks.md.
    expect(bytesOf(requests?.memory)).toBeGreaterThanOrEqual(241 * 10 ** 6);
  });

  it('keeps its data on the volume and writes elsewhere to /tmp only', () => {
    const mounts = new Map(serviceContainer.volumeMounts?.map(({ name, mountPath }) => [name, mountPath]));
    expect(mounts.get('data')).toBe(envOf(serviceContainer).get('DATA_DIR'));
    expect(mounts.get('tmp')).toBe('/tmp');
    expect(serviceSpec.volumes?.find(({ name }) => name === 'tmp')?.emptyDir).toBeDefined();
    expect(serviceSpec.securityContext?.fsGroup).toBe(serviceSpec.securityContext?.runAsGroup);
  });

  it('listens on the port that the pod names', () => {
    expect(serviceContainer.ports).toEqual([
      { name: 'http', containerPort: Number(envOf(serviceContainer).get('PORT')) },
    ]);
    expect(pods.get('jorge-bots')?.metadata?.labels).toMatchObject({ 'app.kubernetes.io/component': 'service' });
  });

  it('is given settings and secrets by their names', () => {
    const literals = [base, example].flatMap(({ kustomization }) =>
      (kustomization.configMapGenerator ?? []).flatMap((generator) => generator.literals ?? []),
    );
    const names = [...literals.map((literal) => literal.split('=', 1)[0]), ...secretExample.map(([name]) => name)];
    expect(KNOWN_NAMES).toEqual(expect.arrayContaining(names));
    expect(secretExample.map(([, value]) => value).join('')).toBe('');
  });

  describe('with the service running', () => {
    let app: TestApp;
    beforeAll(async () => {
      app = await startTestApp();
    });
    afterAll(() => app.close());

    it.each(['startupProbe', 'livenessProbe', 'readinessProbe'] as const)(
      'is probed where it answers: %s',
      async (probe) => {
        const { path, port } = serviceContainer[probe]?.httpGet ?? {};
        expect(port).toBe('http');
        expect((await fetch(`${app.url}${path ?? ''}`)).status).toBe(200);
      },
    );

    it('is scraped where it answers', async () => {
      const [endpoint] = ofKind(manifests, 'ServiceMonitor')[0]?.spec.endpoints ?? [];
      const headers = { Authorization: `Bearer ${ADMIN_TOKEN}` };
      const response = await fetch(`${app.url}${endpoint?.path ?? ''}?format=prometheus`, { headers });
      expect(response.status).toBe(200);
    });
  });
});

describe('deploy: the gate', () => {
  const gate = containerOf('jorge-bots-gate');

  it('answers 429 with Retry-After in place of what GHL does not repeat after', () => {
    expect(nginxConfig).toMatch(/proxy_intercept_errors on;\s+error_page 502 503 504 = @try_again;/);
    expect(nginxConfig).toMatch(/location @try_again \{[^}]*add_header Retry-After \d+ always;\s+return 429 /);
  });

  it('leads to the service', () => {
    const [service] = ofKind(base.manifests, 'Service');
    const address = `${service?.metadata?.name ?? ''}:${service?.spec?.ports?.[0]?.port ?? ''}`;
    expect(nginxConfig).toContain(`proxy_pass http://${address};`);
  });

  it('listens and is probed where the pod says', () => {
    expect(nginxConfig).toContain(`listen ${gate.ports?.[0]?.containerPort ?? ''};`);
    expect(nginxConfig).toContain(`location = ${gate.readinessProbe?.httpGet?.path ?? ''} {`);
  });
});

describe('deploy: the monitor', () => {
  it('looks every minute, and at one minute once', () => {
    const spec = ofKind(manifests, 'CronJob')[0]?.spec;
    expect(spec).toMatchObject({ schedule: '* * * * *', concurrencyPolicy: 'Forbid' });
    expect(spec?.jobTemplate.spec?.backoffLimit).toBe(0);
    expect(spec?.jobTemplate.spec?.activeDeadlineSeconds).toBeLessThan(60);
    expect(podSpec('jorge-bots-monitor').restartPolicy).toBe('Never');
  });
});
