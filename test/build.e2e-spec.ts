import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(folder, 'src/feature'), { recursive: true });
  mkdirSync(join(folder, 'dist'));
  cpSync('build.mjs', join(folder, 'build.mjs'));
  for (const file of ['package.json', 'src/main.ts', 'src/feature/one.ts']) writeFileSync(join(folder, file), '');
  writeFileSync(join(folder, 'builds'), '');
  compiler('exit 0');
  agePast();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Stands for the compiler, which notes that it was called. */
function compiler(end: string): void {
  writeFileSync(join(folder, 'nest'), `#!/bin/sh\necho "$@" >> builds\n${end}\n`, { mode: 0o755 });
}

/** Everything is as old as a clone that was made a while ago. */
function agePast(): void {
  const then = new Date(Date.now() - 60_000);
  for (const path of ['package.json', 'src/main.ts', 'src/feature/one.ts', 'src/feature', 'src'])
    utimesSync(join(folder, path), then, then);
}

function build() {
  const env = { PATH: `${folder}:${process.env.PATH ?? ''}` };
  const { status } = spawnSync(process.execPath, ['build.mjs'], { cwd: folder, env });
  return { status, builds: readFileSync(join(folder, 'builds'), 'utf8').split('\n').length - 1 };
}

describe('docs: npm run build', () => {
  it('builds once, and then only what has changed', () => {
    expect(build()).toEqual({ status: 0, builds: 1 });
    expect(build()).toEqual({ status: 0, builds: 1 });
    appendFileSync(join(folder, 'src/feature/one.ts'), '// changed');
    expect(build()).toEqual({ status: 0, builds: 2 });
    expect(build()).toEqual({ status: 0, builds: 2 });
  });

  it.each([
    [
      'a file is gone',
      () => {
        rmSync(join(folder, 'src/feature/one.ts'));
      },
    ],
    [
      'a package is another',
      () => {
        writeFileSync(join(folder, 'package.json'), '{}');
      },
    ],
    [
      'what was built is gone',
      () => {
        rmSync(join(folder, 'dist/.built'));
      },
    ],
  ])('builds again when %s', (_title, change) => {
    build();
    change();
    expect(build()).toEqual({ status: 0, builds: 2 });
  });

  it('does not take a failed build for one', () => {
    compiler('exit 2');
    expect(build()).toEqual({ status: 2, builds: 1 });
    expect(build()).toEqual({ status: 2, builds: 2 });
  });
});
