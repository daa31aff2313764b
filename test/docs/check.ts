import { dirname, join, normalize } from 'node:path';
import { checkCommands } from './check-commands';
import { checkRoutes } from './check-routes';
import { anchorsOf } from './document';
import type { Document } from './document';
import type { Project } from './project';

/** Finds what a line names and the project does not have; one message each. */
type Check = (line: string, document: Document, project: Project) => readonly string[];

const CHECKS: readonly Check[] = [
  checkLinks,
  checkPaths,
  checkFileNames,
  checkNames,
  checkWords,
  checkMessages,
  checkMetrics,
  (line, _document, project) => checkCommands(line, project),
  (line, _document, project) => checkRoutes(line, project),
];

/** @returns one line each: file, line number and what is missing. */
export function problemsIn(document: Document, project: Project): readonly string[] {
  return document.lines.flatMap((line, index) =>
    [...new Set(CHECKS.flatMap((check) => check(line, document, project)))].map(
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

/** What a run or the reader makes, and a fresh clone does not have. */
const MADE = /^(?:bench\/results|deploy\/k8s\/mine)\b/;

/** Paths that look like the project's own, wherever they stand; those within an address or another path are not. */
function checkPaths(line: string, _document: Document, { hasFile }: Project): readonly string[] {
  const paths = found(line, /(?<![\w./-])((?:src|test|docs|deploy|config|bench)\/[\w./-]*\w)/g);
  const missing = paths.filter(
    (path) => !MADE.test(path) && !['', '.ts', '.e2e-spec.ts'].some((end) => hasFile(`${path}${end}`)),
  );
  return missing.map((path) => `there is no ${path}`);
}

/** A file that is named without its folder. */
function checkFileNames(line: string, _document: Document, { hasFileName }: Project): readonly string[] {
  const named = found(line, /`([\w-][\w.-]*\.(?:ts|[cm]js|jsonl?|ya?ml|md|conf))`/g);
  return named.filter((name) => !hasFileName(name)).map((name) => `there is no file ${name}`);
}

/** Names in capitals, in text and in commands; `FF_GROWTH_*` stands for all that begin so. */
function checkNames(line: string, _document: Document, { names }: Project): readonly string[] {
  const named = found(line, /(?<![\w$<])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?:_\*)?)/g);
  const isKnown = (name: string) =>
    name.endsWith('_*') ? [...names].some((known) => known.startsWith(name.slice(0, -1))) : names.has(name);
  return named.filter((name) => !isKnown(name)).map((name) => `the code does not know ${name}`);
}

/** Fields and error codes, classes, headers and tags: whatever is joined by underscores, capitals or hyphens. */
function checkWords(line: string, _document: Document, { words }: Project): readonly string[] {
  const named = [
    ...found(line, /`(?:\d{3} |[a-z_]+\.)?(?!jorge_)([a-z]+(?:_[a-z0-9]+)+)(?:[:=][^`]*)?`/g),
    ...found(line, /`([A-Za-z]\w*[a-z][A-Z]\w*)(?:\.\w+)?(?:\(\))?`/g),
    ...found(line, /`([A-Z]\w*(?:-[A-Z]\w*)+)(?::[^`]*)?`/g),
  ];
  // Steps and statuses are numbered by the code.
  const isKnown = (word: string) =>
    [word, word.replace(/\d+h?$/, ''), word.replace(/_\d+h?$/, '')].some((known) => words.has(known));
  return named.filter((word) => !isKnown(word)).map((word) => `the code has no ${word}`);
}

/** What is typed; commands of other programs are not looked into. */
const COMMAND = /^(?:npm|npx|node|sh|docker|kubectl|git|kill|cp) /;

/** Messages of the log and of the start, as they are quoted; `…` stands for what differs. */
function checkMessages(line: string, _document: Document, { hasText }: Project): readonly string[] {
  const quoted = found(line, /`((?:[A-Z_]+: )?(?:[A-Za-z][A-Za-z'-]*|…)(?:[,;]? (?:[a-z'()-]+|…))+)`/g);
  const missing = quoted.filter(
    (text) => !COMMAND.test(text) && !text.split(/…|[A-Z_]+: /).every((part) => hasText(part.trim())),
  );
  return missing.map((text) => `nothing says "${text}"`);
}

function checkMetrics(line: string, _document: Document, { metrics }: Project): readonly string[] {
  const named = found(line, /(?<!\w)(jorge_[a-z_]+[a-z])/g);
  return named.filter((name) => !metrics.has(name)).map((name) => `there is no metric ${name}`);
}

function found(line: string, pattern: RegExp): readonly string[] {
  return [...line.matchAll(pattern)].map(([, name]) => name ?? '');
}
