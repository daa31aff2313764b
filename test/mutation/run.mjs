import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { TARGETS } from './targets.mjs';

/**
 * `npm run test:mutation`: what the tests would not notice. Mutates every target, or those of a domain or path given, and
 * lists the share of mutants that a test caught; below 85% of any target it fails. A path alone also lists the survivors.
 */
const LEAST = 85;

const [wanted] = process.argv.slice(2);
const targets = targetsOf(wanted);
const scores = targets.map((target) => ({ target, score: scoreOf(target, targets.length === 1) }));
console.log('\nmutation score, and that of the code which the tests reach');
for (const { target, score } of scores) console.log(describe(target, score));
process.exitCode = scores.every(({ score }) => score !== null && score.total >= LEAST) ? 0 : 1;

function targetsOf(name) {
  if (name === undefined) return TARGETS;
  const known = TARGETS.filter(({ domain, mutate }) => domain === name || mutate.includes(name));
  return known.length > 0 ? known : [{ domain: '', mutate: [name] }];
}

/** `null` when the tests fail without any mutant, or there is nothing to mutate. */
function scoreOf({ mutate, judges = [] }, hasSurvivorsListed) {
  const reporters = hasSurvivorsListed ? 'json,clear-text' : 'json';
  const { status } = spawnSync('stryker', ['run', 'test/mutation/stryker.config.mjs', '--reporters', reporters], {
    stdio: 'inherit',
    env: { ...process.env, MUTATE: mutate.join(','), JUDGES: judges.join('|'), PATIENCE_MS: '8000' },
  });
  if (status !== 0) return null;
  const { files } = JSON.parse(readFileSync('coverage/mutation.json', 'utf8'));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
  const count = (...names) => statuses.filter((name) => names.includes(name)).length;
  const caught = count('Killed', 'Timeout');
  const reached = caught + count('Survived');
  return { total: (100 * caught) / (reached + count('NoCoverage')), reached: (100 * caught) / reached };
}

function describe({ domain, mutate }, score) {
  const figures = score === null ? 'no score' : `${score.total.toFixed(1)}%  ${score.reached.toFixed(1)}%`;
  return `${domain.padEnd(14)} ${figures.padStart(14)}  ${mutate.join(' ')}`;
}
