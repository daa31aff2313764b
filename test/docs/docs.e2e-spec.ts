import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MONITOR_SETTING_NAMES } from '../../src/config/monitor-settings';
import { SETTING_NAMES } from '../../src/config/settings';
import { startTestApp } from '../support/test-app';
import { problemsIn } from './check';
import type { Project } from './check';
import { allDocuments, document, markedCommands } from './document';

/** Routes of GHL that the documents name. */
const OF_GHL = ['POST /conversations/messages'];
const OWN = allDocuments();

let project: Project;
beforeAll(async () => {
  const app = await startTestApp();
  const paths = ((await (await fetch(`${app.url}/docs-json`)).json()) as { paths: Record<string, object> }).paths;
  const metrics = await (await app.asAdmin('/metrics?format=prometheus')).text();
  await app.close();
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  project = {
    hasFile: existsSync,
    readDocument: (path) => (path.endsWith('.md') ? document(path, readFileSync(path, 'utf8')) : null),
    scripts: new Set(Object.keys(packageScripts())),
    names: new Set(wordsOf(sources(['src', 'test', 'deploy', 'bench']))),
    routes: new Set([...routes, ...OF_GHL]),
    metrics: new Set([...(metrics.match(/\bjorge_[a-z_]+[a-z]\b/g) ?? []), 'jorge_priority']),
  };
}, 120_000);

describe('docs: what is written', () => {
  it.each(OWN.map((own) => [own.path, own] as const))('names only what there is: %s', (_path, own) => {
    expect(problemsIn(own, project)).toEqual([]);
  });

  it.each([
    ['.env.example', () => namesIn(readFileSync('.env.example', 'utf8'), /^#? ?([A-Z][A-Z0-9_]+)=/gm)],
    ['the table of README.md', () => namesIn(tableOfSettings(), /`([A-Z][A-Z0-9_]+)`/g)],
  ])('has every setting of the code, and no other, in %s', (_where, names) => {
    expect(names()).toEqual([...new Set([...SETTING_NAMES, ...MONITOR_SETTING_NAMES])].sort());
  });

  it('names every command of the project', () => {
    const told = OWN.flatMap(({ lines }) => lines).join('\n');
    const inner = /^(?:build|prestart|types|lint|format|format:check)$/;
    const commands = Object.keys(packageScripts()).filter((name) => !inner.test(name));
    expect(commands.filter((name) => !told.includes(`npm run ${name}`) && !told.includes(`npm ${name}`))).toEqual([]);
  });
});

describe('docs: what is marked as runnable', () => {
  it('has a mark that means something', () => {
    const marked = OWN.flatMap(markedCommands);
    expect(marked.filter(({ mark }) => mark !== 'run' && mark !== 'serve')).toEqual([]);
    expect(marked.map(({ mark }) => mark)).toContain('serve');
  });

  it('is told with its place, without the indentation of a list', () => {
    const text = ['1. Do', '', '   ```sh run', '   npm ci', '   npm start', '   ```', '', '```sh', 'not marked', '```'];
    const expected = { place: 'docs/x.md:4', mark: 'run', script: 'npm ci\nnpm start' };
    expect(markedCommands(document('docs/x.md', text.join('\n')))).toEqual([expected]);
  });
});

describe('docs: the check', () => {
  it.each([
    ['a link to nowhere', '[x](nowhere.md)', /leads nowhere/],
    ['a heading that is not there', '[x](../README.md#no-such-heading)', /has no heading/],
    ['a heading of its own that is not there', '[x](#no-such-heading)', /has no heading/],
    ['a file that is gone', 'see `src/conversation/gone.ts`', /there is no src/],
    ['a command that is gone', 'run `npm run teleport`', /npm run teleport/],
    ['a setting that is gone', 'set `GHL_TELEPORT_TOKEN`', /GHL_TELEPORT_TOKEN/],
    ['a setting with a value', 'set `GHL_TELEPORT_TOKEN=1`', /GHL_TELEPORT_TOKEN/],
    ['a route that is gone', 'ask `GET /teleport`', /GET \/teleport/],
    ['a route with another method', 'ask `DELETE /health`', /DELETE \/health/],
    ['a metric that is gone', 'watch `jorge_teleports_total`', /jorge_teleports_total/],
  ])('finds %s', (_what, line, message) => {
    const problems = problemsIn(document('docs/broken.md', `# Broken\n\n${line}`), project);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(problems[0]).toMatch(/^docs\/broken\.md:3: /);
  });

  it('lets pass what there is', () => {
    const text = [
      '# Right',
      '[x](../README.md#operate) [y](#right) [z](https://example.com/nowhere)',
      '`src/main.ts`, `npm run demo`, `GHL_ACCESS_TOKEN`, `GET /events?status=failed`, `jorge_webhooks_total`',
      '`GET /contacts/{contactId}`',
    ].join('\n');
    expect(problemsIn(document('docs/right.md', text), project)).toEqual([]);
  });
});

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
}

/** The first column. */
function tableOfSettings(): string {
  const [, settings = ''] = readFileSync('README.md', 'utf8').split('\n## Settings\n');
  const [table = ''] = settings.split('\n## ');
  return table.replaceAll(/^(\| [^|]+)\|.*$/gm, '$1').replaceAll(/^[^|].*$/gm, '');
}

function packageScripts(): Readonly<Record<string, string>> {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
}

function sources(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.(?:ts|ya?ml|json|mjs)$/.test(entry.name) && !entry.name.startsWith('docs.'),
      )
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\b[A-Z]{3,}\b/g) ?? []);
}
