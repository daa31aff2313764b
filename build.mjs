import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run build`: what every command begins with, and what takes a quarter of a minute only when there is something to do. */
const STAMP = 'dist/.built';
const MADE_OF = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'src'];

if (MADE_OF.some((path) => changedMs(path) >= changedMs(STAMP))) {
  const { status } = spawnSync('nest', ['build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, 'Written by build.mjs after a build without errors.\n');
}

/** Of a folder with all that is in it; one that lost a file has changed, too. */
function changedMs(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? -Infinity;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedMs(join(path, name))));
}
