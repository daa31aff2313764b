import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import { allManifests, podTemplates, readKustomizeFolder } from './manifests';

type Labels = Readonly<Record<string, string>>;

/** What `deploy/k8s` has: the base, its components, and everything that they make. */
const ROOT = 'deploy/k8s';
export const base = readKustomizeFolder(join(ROOT, 'base'));
export const components = readdirSync(join(ROOT, 'components')).map((name) =>
  readKustomizeFolder(join(ROOT, 'components', name)),
);
export const example = readKustomizeFolder(join(ROOT, 'example'));
export const manifests = [base, ...components].flatMap(allManifests);
export const pods = podTemplates(manifests);
export const nginxConfig = readFileSync(join(ROOT, 'components/webhook-gate/nginx.conf'), 'utf8');

/** Names and values of the secret, as the example has them. */
export const secretExample = readFileSync(join(ROOT, 'example/secrets.env.example'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('=') as [string, string]);

export function podSpec(name: string): PodSpec {
  const spec = pods.get(name)?.spec;
  if (!spec) throw new Error(`there is no pod ${name}`);
  return spec;
}

export function containerOf(name: string): Container {
  const [container, ...more] = podSpec(name).containers;
  if (!container || more.length > 0) throw new Error(`${name} has not one container`);
  return container;
}

/** Names of the pods that a selector selects. */
export function podsWith(selector: Labels | undefined): readonly string[] {
  return [...pods].flatMap(([name, { metadata }]) => (hasLabels(metadata?.labels, selector) ? [name] : []));
}

export function hasLabels(labels: Labels | undefined, wanted: Labels | undefined): boolean {
  return Object.entries(wanted ?? {}).every(([name, value]) => labels?.[name] === value);
}

export function portNames(pod: string): readonly (string | undefined)[] {
  return containerOf(pod).ports?.map(({ name }) => name) ?? [];
}

/** Values of the variables that the container itself sets, by name. */
export function envOf(container: Container): ReadonlyMap<string, string | undefined> {
  return new Map(container.env?.map(({ name, value }) => [name, value]));
}
