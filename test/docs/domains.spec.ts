import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

interface Domain {
  readonly displayName: string;
  readonly testRegex: readonly string[];
}

const { projects } = jest.requireActual<{ projects: readonly Domain[] }>('../../jest.config.cjs');

const FILES = ['src', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(sep, folder, name)),
);

describe('docs: the domains of the tests', () => {
  it.each(FILES.filter((path) => /\.(?:e2e-)?spec\.ts$/.test(path)))('have one place for %s', (path) => {
    const domains = projects.filter(({ testRegex }) => testRegex.some((place) => new RegExp(place).test(path)));
    expect(domains.map(({ displayName }) => displayName)).toEqual([expect.any(String)]);
  });
});
