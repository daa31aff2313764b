import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MONITOR_SETTING_NAMES } from '../../src/config/monitor-settings';
import { SETTING_NAMES } from '../../src/config/settings';
import { startTestApp } from '../support/test-app';
import { document, projectFiles, toAnchor } from './document';
import type { Document } from './document';

/** What the documents may speak of. */
export interface Project {
  /** Of a file or folder, from the project's folder. */
  readonly hasFile: (path: string) => boolean;
  /** Of a file by its name alone: one of the project's, or one that the service makes. */
  readonly hasFileName: (name: string) => boolean;
  readonly readDocument: (path: string) => Document | null;
  /** Commands of npm by their names, each with the code that reads its options. */
  readonly scripts: ReadonlyMap<string, string>;
  /** What comes with the packages, for `npx`. */
  readonly hasProgram: (name: string) => boolean;
  /** Of the tests: `npm test -- webhook`. */
  readonly domains: ReadonlySet<string>;
  /** Settings and other names that the environment or an answer can have. */
  readonly names: ReadonlySet<string>;
  /** Fields, error codes, classes, headers, tags: words joined by underscores, capitals or hyphens. */
  readonly words: ReadonlySet<string>;
  /** Whether the code says this, word for word. */
  readonly hasText: (text: string) => boolean;
  /** Such as `GET /conversations/:contactId`. */
  readonly routes: ReadonlySet<string>;
  /** Documents, and headings by their anchors, that the code and what is deployed refer to. */
  readonly referredTo: readonly { readonly path: string; readonly heading: string | null }[];
  /** As Prometheus gets them, and the CRM's field that is named like one. */
  readonly metrics: ReadonlySet<string>;
}

/** Routes of GHL that the documents name, and those of the API page. */
const OTHER_ROUTES = ['POST /conversations/messages', 'GET /docs', 'GET /docs-json'];

/** Reads the code, and asks the service itself for its routes and metrics. */
export async function readProject(): Promise<Project> {
  const files = projectFiles();
  const code = files.filter((path) => /^(?:src|test|bench|deploy|config)\//.test(path) && !/\.spec\.ts$/.test(path));
  const texts = code.filter((path) => !path.startsWith('test/docs/')).map((path) => readFileSync(path, 'utf8'));
  const made = found(texts, /[\w.-]+\.(?:jsonl?|log|done|md)\b/g);
  const names = new Set([...files.map((path) => basename(path)), ...made]);
  const own = await ownRoutesAndMetrics();
  return {
    hasFile: existsSync,
    hasFileName: (name) => names.has(name),
    readDocument: (path) => (path.endsWith('.md') ? document(path, readFileSync(path, 'utf8')) : null),
    scripts: new Map(Object.entries(packageScripts()).map(([name, script]) => [name, codeOf(script)])),
    hasProgram: (name) => existsSync(join('node_modules/.bin', name)),
    domains: new Set(Object.keys(jest.requireActual<Record<string, unknown>>('../domains.cjs'))),
    names: new Set([...SETTING_NAMES, ...MONITOR_SETTING_NAMES, ...environmentNames(texts)]),
    words: new Set(found(texts, /[A-Za-z]\w*(?:_|[a-z][A-Z])\w*|[A-Z]\w*(?:-[A-Z]\w*)+/g)),
    hasText: (text) => texts.some((code) => code.includes(text)),
    referredTo: texts.flatMap(referencesIn),
    routes: new Set([...own.routes, ...OTHER_ROUTES]),
    metrics: new Set([...own.metrics, 'jorge_priority']),
  };
}

/** The commands of package.json. */
export function packageScripts(): Readonly<Record<string, string>> {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
}

async function ownRoutesAndMetrics() {
  const app = await startTestApp();
  const { paths } = (await (await fetch(`${app.url}/docs-json`)).json()) as { paths: Record<string, object> };
  const metrics = await (await app.asAdmin('/metrics?format=prometheus')).text();
  await app.close();
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  return { routes, metrics: found([metrics], /\bjorge_[a-z_]+[a-z]\b/g) };
}

/** What the code takes from an environment or gives to one; its own constants are named alike and are no settings. */
function environmentNames(texts: readonly string[]): readonly string[] {
  return [
    ...found(texts, /(?<=\benv\.)[A-Z][A-Z0-9_]+/g),
    ...found(texts, /(?<=`)[A-Z]+(?:_[A-Z0-9]+)+(?==)/g),
    ...found(texts, /(?<=['"])[A-Z]+(?:_[A-Z0-9]+)+(?=['"])/g),
  ];
}

function referencesIn(text: string) {
  const plain = text.matchAll(/(?<![\w./])(docs\/[\w/-]+\.md)(?:, "([^"]+)")?/g);
  const inReadme = text.matchAll(/see "([^"]+)" in (README\.md)/g);
  return [
    ...[...plain].map(([, path = '', heading]) => ({
      path,
      heading: heading === undefined ? null : toAnchor(heading),
    })),
    ...[...inReadme].map(([, heading = '', path = '']) => ({ path, heading: toAnchor(heading) })),
  ];
}

/** The source that a command of package.json starts, with what it imports from its own folder. */
function codeOf(script: string): string {
  const built = [...script.matchAll(/\bdist\/(harness\/)?([\w/-]+)\.js/g)].map(([, harness, path = '']) =>
    harness === undefined && !path.startsWith('bench/') ? `src/${path}.ts` : `${path}.ts`,
  );
  const plain = [...script.matchAll(/\bnode (test\/[\w/-]+\.mjs)/g)].map(([, path = '']) => path);
  return [...built, ...plain].flatMap((path) => withImports(path, dirname(path), new Set())).join('\n');
}

function withImports(path: string, folder: string, seen: Set<string>): readonly string[] {
  if (seen.has(path) || !path.startsWith(folder) || !existsSync(path)) return [];
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const imported = found([text], /(?<=from ')\.{1,2}\/[^']+(?=')/g).map((to) => join(dirname(path), to));
  return [text, ...imported.flatMap((to) => withImports(/\.\w+$/.test(to) ? to : `${to}.ts`, folder, seen))];
}

function found(texts: readonly string[], pattern: RegExp): readonly string[] {
  return texts.flatMap((text) => text.match(pattern) ?? []);
}
