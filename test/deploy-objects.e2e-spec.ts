import { parse } from 'yaml';
import { checkTypes } from './support/check-types';
import { base, components, example, hasLabels, manifests, pods, podsWith, portNames } from './support/kubernetes';
import { allManifests, ofKind } from './support/manifests';
import type { Manifest } from './support/manifests';

describe('deploy: Kubernetes objects', () => {
  it('fit the schema of Kubernetes', () => {
    expect(checkTypes([...manifests, ...example.manifests])).toEqual([]);
  });

  it.each([
    ['an unknown field', { spec: { replica: 1 } }, /replica.*does not exist/],
    ['a wrong type', { spec: { replicas: 'one' } }, /not assignable to type 'number'/],
    ['an unknown version', { apiVersion: 'app/v1' }, /Cannot find module/],
  ])('are refused for %s', (_title, change, problem) => {
    const wrong = { apiVersion: 'apps/v1', kind: 'Deployment', ...change } as unknown as Manifest;
    expect(checkTypes([wrong]).join('\n')).toMatch(problem);
  });

  it('can be put into any namespace', () => {
    expect(manifests.filter(({ metadata }) => metadata?.namespace !== undefined)).toEqual([]);
  });

  it('have names of their own', () => {
    const names = manifests.map(({ kind, metadata }) => `${kind ?? ''} ${metadata?.name ?? ''}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are all in the example, but for what needs an operator', () => {
    const used = new Set(allManifests(example).map(({ kind }) => kind));
    expect(manifests.map(({ kind }) => kind).filter((kind) => !used.has(kind))).toEqual(['ServiceMonitor']);
  });

  it.each(ofKind(manifests, 'Deployment').map((deployment) => [deployment.metadata?.name, deployment] as const))(
    'find their pods: Deployment %s',
    (name, { spec }) => {
      expect(podsWith(spec?.selector.matchLabels)).toEqual([name]);
    },
  );

  it.each(ofKind(manifests, 'Service').map((service) => [service.metadata?.name ?? '', service] as const))(
    'find their pods and ports: Service %s',
    (name, { spec }) => {
      expect(podsWith(spec?.selector)).toEqual([name]);
      expect(portNames(name)).toEqual(spec?.ports?.map(({ targetPort }) => targetPort));
    },
  );

  it.each(ofKind(manifests, 'NetworkPolicy').map((policy) => [policy.metadata?.name ?? '', policy] as const))(
    'find their pods and ports: NetworkPolicy %s',
    (name, { spec }) => {
      expect(podsWith(spec?.podSelector.matchLabels)).toEqual([name]);
      expect(spec?.policyTypes).toEqual(['Ingress', 'Egress']);
      for (const rule of spec?.ingress ?? []) {
        expect(rule.from).not.toHaveLength(0);
        expect(rule.ports?.map(({ port }) => port)).toEqual(portNames(name));
      }
      const peers = (spec?.egress ?? []).flatMap(({ to = [], ports }) => to.map((peer) => ({ ...peer, ports })));
      for (const { podSelector, ports } of peers.filter((peer) => peer.podSelector)) {
        expect(podsWith(podSelector?.matchLabels)).toEqual(['jorge-bots']);
        expect(ports?.map(({ port }) => port)).toEqual(portNames('jorge-bots'));
      }
    },
  );

  it('let the gate and the monitor reach the service', () => {
    const [policy] = ofKind(base.manifests, 'NetworkPolicy');
    const peers = policy?.spec?.ingress?.flatMap(({ from }) => from ?? []).filter(({ podSelector }) => podSelector);
    expect(peers?.flatMap(({ podSelector }) => podsWith(podSelector?.matchLabels)).sort()).toEqual(
      [...pods.keys()].sort(),
    );
  });

  it('let in from the internet nothing but webhooks', () => {
    const rules = ofKind(manifests, 'Ingress').flatMap(({ spec }) => spec?.rules ?? []);
    const paths = rules.flatMap(({ http }) => http?.paths ?? []);
    expect(paths).toMatchObject([{ path: '/webhook/ghl', pathType: 'Exact' }]);
    const [service] = ofKind(base.manifests, 'Service');
    expect(paths[0]?.backend.service).toEqual({ name: service?.metadata?.name, port: { name: 'http' } });
  });

  it('are scraped where they are', () => {
    const [monitor] = ofKind(manifests, 'ServiceMonitor');
    const found = ofKind(manifests, 'Service').filter(({ metadata }) =>
      hasLabels(metadata?.labels, monitor?.spec.selector.matchLabels),
    );
    expect(found.map(({ metadata }) => metadata?.name)).toEqual(['jorge-bots']);
    expect(found[0]?.spec?.ports?.map(({ name }) => name)).toEqual(monitor?.spec.endpoints.map(({ port }) => port));
  });

  it('are changed by patches only where there is something', () => {
    const patches = [...components, example].flatMap(({ kustomization }) => kustomization.patches ?? []);
    expect(patches.length).toBeGreaterThan(0);
    for (const { target, patch } of patches) {
      const patched = manifests.find(({ kind, metadata }) => kind === target.kind && metadata?.name === target.name);
      for (const { op, path } of parse(patch) as readonly { readonly op: string; readonly path: string }[]) {
        const place = op === 'add' ? path.slice(0, path.lastIndexOf('/')) : path;
        const keys = place.split('/').slice(1);
        expect(keys).not.toHaveLength(0);
        expect(patched).toHaveProperty(keys);
      }
    }
  });
});
