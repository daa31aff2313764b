import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Manifest } from './manifests';

const TYPES = dirname(require.resolve('kubernetes-types/package.json'));
/** Where kubernetes-types has the kinds of an `apiVersion`. */
const MODULES: Readonly<Record<string, string>> = {
  v1: 'core/v1',
  'apps/v1': 'apps/v1',
  'batch/v1': 'batch/v1',
  'networking.k8s.io/v1': 'networking/v1',
};
/** What is not of Kubernetes itself has its schema in the cluster. */
const ELSEWHERE = 'monitoring.coreos.com/v1';

/**
 * Holds objects against Kubernetes' own schema, as kubernetes-types has it: unknown fields, missing ones and wrong types.
 * @returns what is wrong, one line each.
 */
export function checkTypes(manifests: readonly Manifest[]): readonly string[] {
  const source = manifests
    .filter(({ apiVersion }) => apiVersion !== ELSEWHERE)
    .flatMap((manifest, index) => [
      `import type { ${manifest.kind} as Kind${index} } from 'kubernetes-types/${MODULES[manifest.apiVersion ?? '']}';`,
      `export const manifest${index}: Kind${index} = ${JSON.stringify(manifest)};`,
    ])
    .join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
  try {
    const path = join(folder, 'manifests.mts');
    writeFileSync(path, source);
    return diagnose(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function diagnose(path: string): readonly string[] {
  const program = ts.createProgram([path], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: { 'kubernetes-types/*': [join(TYPES, '*')] },
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
