import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from 'kubernetes-types/apps/v1';
import type { CronJob } from 'kubernetes-types/batch/v1';
import type { ConfigMap, Namespace, PersistentVolumeClaim, PodTemplateSpec, Service } from 'kubernetes-types/core/v1';
import type { Ingress, NetworkPolicy } from 'kubernetes-types/networking/v1';
import { parse } from 'yaml';

/** Every kind of object that `deploy/k8s` is made of, by its name; a test holds the files against these types. */
interface Kinds {
  readonly ConfigMap: ConfigMap;
  readonly CronJob: CronJob;
  readonly Deployment: Deployment;
  readonly Ingress: Ingress;
  readonly Namespace: Namespace;
  readonly NetworkPolicy: NetworkPolicy;
  readonly PersistentVolumeClaim: PersistentVolumeClaim;
  readonly Service: Service;
  readonly ServiceMonitor: ServiceMonitor;
}
export type Manifest = Kinds[keyof Kinds];

/** Of the Prometheus operator. Source: https://prometheus-operator.dev/docs/api-reference/api/ */
interface ServiceMonitor extends Pick<Service, 'metadata'> {
  readonly apiVersion: 'monitoring.coreos.com/v1';
  readonly kind: 'ServiceMonitor';
  readonly spec: {
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly endpoints: readonly { readonly port: string; readonly path: string }[];
  };
}

/** A `kustomization.yaml`: what of it is used here. */
export interface Kustomization {
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly images?: readonly { readonly name: string; readonly newTag: string }[];
  readonly configMapGenerator?: readonly {
    readonly name: string;
    readonly literals?: readonly string[];
    readonly files?: readonly string[];
  }[];
  readonly patches?: readonly {
    readonly target: { readonly kind: string; readonly name: string };
    readonly patch: string;
  }[];
}

/** A folder with a `kustomization.yaml`, and the folders that it uses. */
export interface KustomizeFolder {
  readonly path: string;
  readonly kustomization: Kustomization;
  /** The objects of its own files. */
  readonly manifests: readonly Manifest[];
  readonly uses: readonly KustomizeFolder[];
}

/**
 * Reads a folder as Kustomize does, without applying patches.
 * @throws when a file or folder that it names does not exist.
 */
export function readKustomizeFolder(path: string): KustomizeFolder {
  const kustomization = readYaml(join(path, 'kustomization.yaml')) as Kustomization;
  const named = [...(kustomization.resources ?? []), ...(kustomization.components ?? [])];
  return {
    path,
    kustomization,
    manifests: named.filter(isFile).map((name) => readYaml(join(path, name)) as Manifest),
    uses: named.filter((name) => !isFile(name)).map((name) => readKustomizeFolder(join(path, name))),
  };
}

/** The objects of the folder and of everything that it uses. */
export function allManifests({ manifests, uses }: KustomizeFolder): readonly Manifest[] {
  return [...uses.flatMap(allManifests), ...manifests];
}

export function ofKind<K extends keyof Kinds>(manifests: readonly Manifest[], kind: K): readonly Kinds[K][] {
  return manifests.filter((manifest): manifest is Kinds[K] => manifest.kind === kind);
}

/** What makes pods, by its name. */
export function podTemplates(manifests: readonly Manifest[]): ReadonlyMap<string, PodTemplateSpec> {
  const templates = [
    ...ofKind(manifests, 'Deployment').map(({ metadata, spec }) => [metadata?.name, spec?.template] as const),
    ...ofKind(manifests, 'CronJob').map(
      ({ metadata, spec }) => [metadata?.name, spec?.jobTemplate.spec?.template] as const,
    ),
  ];
  return new Map(templates.flatMap(([name, template]) => (name && template ? [[name, template]] : [])));
}

/** Bytes of a quantity such as `512Mi`. */
export function bytesOf(quantity: string | undefined): number {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity ?? '') ?? [];
  return Number(amount) * (unit === 'Gi' ? 2 ** 30 : 2 ** 20);
}

export function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'), { merge: true });
}

function isFile(name: string): boolean {
  return name.endsWith('.yaml');
}
