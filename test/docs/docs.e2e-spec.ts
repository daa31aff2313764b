import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parseDocument } from 'yaml';
import { MONITOR_SETTING_NAMES } from '../../src/config/monitor-settings';
import { loadSettings, SETTING_NAMES } from '../../src/config/settings';
import { problemsIn } from './check';
import { allDocuments, document, markedCommands } from './document';
import { missingFrom } from './shown';
import { packageScripts, readProject } from './project';
import type { Project } from './project';

const OWN = allDocuments();
const EXAMPLE = parseEnv(readFileSync('.env.example', 'utf8'));

let project: Project;
beforeAll(async () => {
  project = await readProject();
}, 120_000);

describe('docs: what is written', () => {
  it.each(OWN.map((own) => [own.path, own] as const))('names only what there is: %s', (_path, own) => {
    expect(problemsIn(own, project)).toEqual([]);
  });

  it.each([
    ['.env.example', () => namesIn(readFileSync('.env.example', 'utf8'), /^#? ?([A-Z][A-Z0-9_]+)=/gm)],
    ['the table of README.md', () => namesIn(firstColumn(tableOfSettings()), /`([A-Z][A-Z0-9_]+)`/g)],
  ])('has every setting of the code, and no other, in %s', (_where, names) => {
    expect(names()).toEqual([...new Set([...SETTING_NAMES, ...MONITOR_SETTING_NAMES])].sort());
  });

  it('has the defaults of the code in .env.example', () => {
    const { ghl, webhook, ...others } = loadSettings({});
    expect(loadSettings(EXAMPLE)).toEqual({
      ...others,
      adminToken: expect.any(String) as string,
      ghl: { ...ghl, accessToken: expect.any(String) as string },
      webhook: { ...webhook, hmacSecrets: [expect.any(String)] },
    });
  });

  it('has the same defaults in the table of README.md', () => {
    const rows = tableOfSettings().split('\n');
    const told = (name: string) => rows.find((row) => row.includes(`\`${name}\``))?.split('|')[2];
    const given = Object.entries(EXAMPLE).filter(([, value]) => value !== '');
    expect(given.filter(([name, value]) => !told(name)?.includes(`\`${value ?? ''}\``))).toEqual([]);
  });

  it('is there where the code and what is deployed refer to it', () => {
    const told = project.referredTo.map(({ path, heading }) => `[x](../${path}${heading ? `#${heading}` : ''})`);
    expect(told.length).toBeGreaterThan(5);
    expect(problemsIn(document('docs/told.md', told.join('\n')), project)).toEqual([]);
  });

  it('has YAML that can be read', () => {
    const blocks = OWN.flatMap(({ lines }) => namesIn(lines.join('\n'), /^```yaml\n([^]*?)^```$/gm));
    expect(blocks.flatMap((block) => parseDocument(block).errors)).toEqual([]);
    expect(blocks).not.toEqual([]);
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
    const expected = { place: 'docs/x.md:4', mark: 'run', script: 'npm ci\nnpm start', shown: [] };
    expect(markedCommands(document('docs/x.md', text.join('\n')))).toEqual([expected]);
  });
});

describe('docs: what a command is shown to print', () => {
  it('is the next block, if that is text', () => {
    const text = [
      '```sh run',
      'npm start',
      '```',
      '',
      'It prints',
      '',
      '```text',
      'It runs.',
      '```',
      '```sh run',
      'x',
      '```',
    ];
    expect(markedCommands(document('docs/x.md', text.join('\n'))).map(({ shown }) => shown)).toEqual([
      ['It runs.'],
      [],
    ]);
  });

  it('is printed but for days, hours and folders', () => {
    const printed = ['Jorge can talk Monday at 9 or 9:30 AM. Which one works?', 'file /tmp/jorge-demo-x1/a.json'].join(
      '\n',
    );
    const shown = [
      'Jorge can talk today at 3 PM or 3:30 PM. Which one works?',
      '  …',
      '',
      'file /tmp/jorge-demo-…/a.json',
    ];
    expect(missingFrom(printed, shown)).toEqual([]);
    expect(missingFrom(printed, ['Jorge can walk today. Which one works?'])).toHaveLength(1);
  });
});

describe('docs: the check', () => {
  it.each([
    ['a link to nowhere', '[x](nowhere.md)', /leads nowhere/],
    ['a heading that is not there', '[x](../README.md#no-such-heading)', /has no heading/],
    ['a heading of its own that is not there', '[x](#no-such-heading)', /has no heading/],
    ['a file that is gone', 'see `src/conversation/gone.ts`', /there is no src/],
    ['a file that is gone, in a block', 'cat src/conversation/gone.ts:12', /there is no src/],
    ['a file that is gone, by its name', 'see `gone.ts`', /no file gone\.ts/],
    ['a command that is gone', 'run `npm run teleport`', /npm run teleport/],
    ['an option that is gone', 'npm run monitor -- --once --teleport 3', /npm run monitor has no --teleport/],
    ['an option of another command', 'npm run doctor -- --canary', /npm run doctor has no --canary/],
    ['an option that no command has', 'with `--teleport`', /no command has --teleport/],
    ['a domain of the tests that is gone', 'npm test -- teleport', /npm test has no teleport/],
    ['a built file that is gone', 'node dist/commands/teleport.js --dry-run', /src\/commands\/teleport\.ts/],
    ['a program that no package has', 'npx teleport', /no package has teleport/],
    ['a setting that is gone', 'set `GHL_TELEPORT_TOKEN`', /GHL_TELEPORT_TOKEN/],
    ['a setting with a value', 'set `GHL_TELEPORT_TOKEN=1`', /GHL_TELEPORT_TOKEN/],
    ['a setting that is gone, in a block', 'GHL_TELEPORT_TOKEN=1 npm start', /GHL_TELEPORT_TOKEN/],
    ['settings of which none is there', 'all of TELEPORT_SPEED_*', /TELEPORT_SPEED_\*/],
    ['a constant that is taken for a setting', 'set `MAX_BACKLOG_BYTES`', /MAX_BACKLOG_BYTES/],
    ['a route that is gone', 'ask `GET /teleport`', /GET \/teleport/],
    ['a route with another method', 'ask `DELETE /health`', /DELETE \/health/],
    ['a path that is gone', 'ask `/teleport`', /\/teleport/],
    ['paths that are gone', 'opens `/teleports…`', /\/teleports/],
    ['an address that is gone', "curl 'http://127.0.0.1:3000/teleport?x=1'", /route \/teleport/],
    ['an address with another method', 'curl -X PATCH localhost:3000/follow-ups/lead1', /PATCH \/follow-ups\/lead1/],
    ['an address of the proxy that is gone', 'https://<your host>/webhook/teleport', /\/webhook\/teleport/],
    ['a field that is gone', 'look at `teleported_at`', /no teleported_at/],
    ['an error that is gone', 'answers `403 teleport_refused`', /no teleport_refused/],
    ['a class that is gone', '`TeleportService.move` does it', /no TeleportService/],
    ['a header or tag that is gone', 'the tag `Has-Teleported`', /no Has-Teleported/],
    ['a message that is gone', 'the log says `the event was teleported`', /the event was teleported/],
    ['a metric that is gone, in a query', 'sum(rate(jorge_teleports_total{a="b"}[5m]))', /jorge_teleports_total/],
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
      '`GET /contacts/{contactId}`, `/health`, `/growth/…`, `403 invalid_signature`, `Retry-After`, `the event waits`',
      'curl -s "http://127.0.0.1:3000/events/try-1/replay" -X POST; curl https://<your host>/webhook/ghl',
      '`npm run monitor -- --max-failed 3 --once`, `npm test -- webhook`, `FF_GROWTH_*`, `DATA_DIR: … is in use by …`',
      'node dist/commands/doctor.js --json; histogram_quantile(0.9, jorge_speed_to_lead_seconds_bucket)',
    ].join('\n');
    expect(problemsIn(document('docs/right.md', text), project)).toEqual([]);
  });
});

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
}

function tableOfSettings(): string {
  const [, settings = ''] = readFileSync('README.md', 'utf8').split('\n## Settings\n');
  const [table = ''] = settings.split('\n## ');
  return table.replaceAll(/^[^|].*$/gm, '');
}

/** The names of the settings. */
function firstColumn(table: string): string {
  return table.replaceAll(/^(\| [^|]+)\|.*$/gm, '$1');
}
