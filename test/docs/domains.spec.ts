import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

interface Domain {
  readonly displayName: string;
  readonly testRegex: readonly string[];
}

const { projects } = jest.requireActual<{ projects: readonly Domain[] }>('../../jest.config.cjs');

const FILES = ['src', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(sep, folder, name)),
);

/** The domains that the titles of a file's tests begin with. */
function domainsInTitles(path: string): readonly string[] {
  const names = projects.map(({ displayName }) => displayName).join('|');
  const title = new RegExp(`^(?:(?:describe|it)\\b.*|\\]\\)\\()'(${names}): `, 'gm');
  return [...readFileSync(path, 'utf8').matchAll(title)].map(([, name]) => name ?? '');
}

describe('docs: the domains of the tests', () => {
  it.each(FILES.filter((path) => /\.(?:e2e-)?spec\.ts$/.test(path)))(
    'have one place for %s, which its titles name',
    (path) => {
      const domains = projects.filter(({ testRegex }) => testRegex.some((place) => new RegExp(place).test(path)));
      expect(domains.map(({ displayName }) => displayName)).toEqual([expect.any(String)]);
      expect(domainsInTitles(`.${path}`).filter((named) => named !== domains[0]?.displayName)).toEqual([]);
    },
  );
});
