import type { Project } from './project';

/** Commands that a line tells the reader to run, in text and in blocks: what they start, and the options they are given. */
export function checkCommands(line: string, project: Project): readonly string[] {
  return [checkScripts, checkOptions, checkTests, checkPrograms].flatMap((check) => check(line, project));
}

function checkScripts(line: string, { scripts }: Project): readonly string[] {
  const commands = line.matchAll(/\bnpm run (?:--silent |-s )?([\w:-]+)(?: -- ([^`#|)]*))?/g);
  return [...commands].flatMap(([, name = '', args = '']) => {
    const code = scripts.get(name);
    if (code === undefined) return [`there is no npm run ${name}`];
    const options = [...args.matchAll(/(?<!\S)--([a-z][\w-]*)/g)].map(([, option = '']) => option);
    return options.filter((option) => !takes(code, option)).map((option) => `npm run ${name} has no --${option}`);
  });
}

/** Options of Docker and Jest that the documents speak of. */
const OF_OTHERS = /^(?:hostname|network|watch)$/;

/** An option that is spoken of without its command. */
function checkOptions(line: string, { scripts }: Project): readonly string[] {
  const named = [...line.matchAll(/`(?:-- )?--([a-z][\w-]*)(?: [^`]*)?`/g)].map(([, option = '']) => option);
  const isKnown = (option: string) =>
    OF_OTHERS.test(option) || [...scripts.values()].some((code) => takes(code, option));
  return named.filter((option) => !isKnown(option)).map((option) => `no command has --${option}`);
}

/** An option stands in the code quoted or as a key. */
function takes(code: string, option: string): boolean {
  return new RegExp(`['"](?:--)?${option}['"]|(?<![\\w-])${option}:`).test(code);
}

/** `npm test -- webhook`, or a part of a path as Jest takes it. */
function checkTests(line: string, { domains, hasFile }: Project): readonly string[] {
  const wanted = [...line.matchAll(/\bnpm test -- ([\w./-]*\w)/g)].map(([, word = '']) => word);
  const isThere = (path: string) => ['', '.e2e-spec.ts', '.spec.ts'].some((end) => hasFile(`${path}${end}`));
  return wanted
    .filter((word) => !word.startsWith('-') && !domains.has(word) && !isThere(word))
    .map((word) => `npm test has no ${word}`);
}

/** What is started without npm, as in a container. */
function checkPrograms(line: string, { hasFile, hasProgram }: Project): readonly string[] {
  const built = [...line.matchAll(/\bdist\/((?!harness|bench)[\w/-]+)\.js/g)].map(([, path = '']) => `src/${path}.ts`);
  const programs = [...line.matchAll(/\bnpx ([\w-]+)/g)].map(([, name = '']) => name);
  return [
    ...built.filter((path) => !hasFile(path)).map((path) => `nothing is built of ${path}, which is not there`),
    ...programs.filter((name) => !hasProgram(name)).map((name) => `no package has ${name}`),
  ];
}
