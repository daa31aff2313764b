import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A document of the project. */
export interface Document {
  /** From the project's folder. */
  readonly path: string;
  readonly lines: readonly string[];
}

/** Shell commands of a document that are marked as runnable: "```sh run", or "```sh serve" for a service that stays. */
export interface Commands {
  /** Of the first command, such as `README.md:16`. */
  readonly place: string;
  readonly mark: string;
  readonly script: string;
  /** What the document shows of the output: the "```text" block that follows before any other. */
  readonly shown: readonly string[];
}

/** Every document of the project, also one that is not committed yet, wherever it lies. */
export function allDocuments(): readonly Document[] {
  return projectFiles()
    .filter((path) => path.endsWith('.md'))
    .map((path) => document(path, readFileSync(path, 'utf8')));
}

/** What a fresh clone would have, changes not yet committed included. */
export function projectFiles(): readonly string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', list, { encoding: 'utf8' }).split('\0');
  return files.filter((path) => path !== '' && existsSync(path)).toSorted();
}

export function document(path: string, text: string): Document {
  return { path, lines: text.split('\n') };
}

/** @returns in the order of the document. */
export function markedCommands({ path, lines }: Document): readonly Commands[] {
  return lines.flatMap((line, start) => {
    const [, indent, mark] = /^( *)```sh +(\S.*?) *$/.exec(line) ?? [];
    if (indent === undefined || mark === undefined) return [];
    const end = lines.indexOf(`${indent}\`\`\``, start);
    const script = lines.slice(start + 1, end).map((command) => command.slice(indent.length));
    return [{ place: `${path}:${start + 2}`, mark, script: script.join('\n'), shown: shownAfter(lines, end) }];
  });
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf({ lines }: Document): ReadonlySet<string> {
  const headings = lines.flatMap((line) => /^#{1,6} +(.+?) *$/.exec(line)?.[1] ?? []);
  return new Set(headings.map(toAnchor));
}

function shownAfter(lines: readonly string[], end: number): readonly string[] {
  const next = lines.findIndex((line, index) => index > end && line.trimStart().startsWith('```'));
  if (lines[next] !== '```text') return [];
  return lines.slice(next + 1, lines.indexOf('```', next + 1));
}

/** As GitHub makes it of a heading. */
export function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
