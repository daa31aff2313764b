import { dirname, join, normalize } from 'node:path';
import { anchorsOf } from './document';
import type { Document } from './document';

/** What the documents may speak of. */
export interface Project {
  /** Of a file or folder, from the project's folder. */
  readonly hasFile: (path: string) => boolean;
  readonly readDocument: (path: string) => Document | null;
  readonly scripts: ReadonlySet<string>;
  /** Settings and other names in capitals that the code knows. */
  readonly names: ReadonlySet<string>;
  /** Such as `GET /conversations/:contactId`. */
  readonly routes: ReadonlySet<string>;
  /** And the CRM's fields that are named like one. */
  readonly metrics: ReadonlySet<string>;
}

/** Finds what a line names and the project does not have; one message each. */
type Check = (line: string, document: Document, project: Project) => readonly string[];

const CHECKS: readonly Check[] = [checkLinks, checkPaths, checkScripts, checkNames, checkRoutes, checkMetrics];

/** @returns one line each: file, line number and what is missing. */
export function problemsIn(document: Document, project: Project): readonly string[] {
  return document.lines.flatMap((line, index) =>
    CHECKS.flatMap((check) => check(line, document, project)).map(
      (problem) => `${document.path}:${index + 1}: ${problem}`,
    ),
  );
}

function checkLinks(line: string, document: Document, { hasFile, readDocument }: Project): readonly string[] {
  return found(line, /\]\((?!https?:|mailto:)([^)\s]+)\)/g).flatMap((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document.path : normalize(join(dirname(document.path), path));
    if (path !== '' && !hasFile(target)) return [`the link ${link} leads nowhere`];
    const there = anchor === undefined ? null : path === '' ? document : readDocument(target);
    return there && !anchorsOf(there).has(anchor ?? '') ? [`${target} has no heading for #${anchor ?? ''}`] : [];
  });
}

/** What a run makes, and a fresh clone does not have. */
const MADE = /^bench\/results\//;

/** Paths that look like the project's own. */
function checkPaths(line: string, _document: Document, { hasFile }: Project): readonly string[] {
  const paths = found(line, /`((?:src|test|docs|deploy|config|bench)\/[\w./-]+)`/g);
  const missing = paths.filter((path) => !MADE.test(path) && !hasFile(path) && !hasFile(`${path}.ts`));
  return missing.map((path) => `there is no ${path}`);
}

function checkScripts(line: string, _document: Document, { scripts }: Project): readonly string[] {
  const named = found(line, /\bnpm run (?:--silent |-s )?([\w:-]+)/g);
  return named.filter((name) => !scripts.has(name)).map((name) => `there is no npm run ${name}`);
}

function checkNames(line: string, _document: Document, { names }: Project): readonly string[] {
  const named = found(line, /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g);
  return named.filter((name) => !names.has(name)).map((name) => `the code does not know ${name}`);
}

/** GHL's own routes are named with braces, ours with colons. */
function checkRoutes(line: string, _document: Document, { routes }: Project): readonly string[] {
  const named = found(line, /`((?:GET|POST|PUT|PATCH|DELETE) \/[\w:/-]*)(?:\?[^`]*)?`/g);
  return named.filter((route) => !routes.has(route)).map((route) => `there is no route ${route}`);
}

function checkMetrics(line: string, _document: Document, { metrics }: Project): readonly string[] {
  const named = found(line, /`(jorge_[a-z_]+[a-z])`/g);
  return named.filter((name) => !metrics.has(name)).map((name) => `there is no metric ${name}`);
}

function found(line: string, pattern: RegExp): readonly string[] {
  return [...line.matchAll(pattern)].map(([, name]) => name ?? '');
}
