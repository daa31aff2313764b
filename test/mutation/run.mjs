import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { TARGETS } from './targets.mjs';

/**
 * `npm run test:mutation`: what the tests would not notice. Mutates every target, or those of a domain or path given, and
 * lists the share of mutants that a test caught; below 85% of any target it fails. A single target's survivors are listed.
 */
const LEAST = 85;
const CAUGHT = ['Killed', 'Timeout'];
const ESCAPED = ['Survived', 'NoCoverage'];

const [wanted] = process.argv.slice(2);
const targets = targetsOf(wanted);
const results = targets.map((target) => ({ target, mutants: judged(target) }));
if (targets.length === 1) for (const mutant of escaped(results[0].mutants ?? [])) console.log(survivor(mutant));
console.log('\nmutation score by domain: caught of all');
for (const { target, mutants } of results) console.log(describe(target, mutants));
process.exitCode = results.every(({ mutants }) => mutants !== null && scoreOf(mutants) >= LEAST) ? 0 : 1;

function targetsOf(name) {
  if (name === undefined) return TARGETS;
  const known = TARGETS.filter(({ domain, mutate }) => domain === name || mutate.includes(name));
  return known.length > 0 ? known : [{ domain: '', mutate: [name] }];
}

/** The specs judge first; what escapes them is put before one end-to-end test after the other, which take far longer. */
function judged({ mutate, judges = [] }) {
  const globs = mutate.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`));
  let mutants = mutantsOf({ MUTATE: globs, SPECS: mutate });
  for (const judge of judges) {
    if (mutants === null || escaped(mutants).length === 0) break;
    const judgedAgain = mutantsOf({ MUTATE: escaped(mutants).map(rangeOf), JUDGES: [judge] });
    // A judge that fails without any mutant, as on a busy machine, has caught nothing; Stryker has said so.
    if (judgedAgain !== null) mutants = settled(mutants, judgedAgain);
  }
  return mutants;
}

/** What the last judge has not let escape is settled: caught, or worked out once at the start (`Ignored`). */
function settled(mutants, judgedAgain) {
  const byKey = new Map(judgedAgain.map((mutant) => [keyOf(mutant), mutant]));
  const isSettled = (mutant) => mutant !== undefined && !ESCAPED.includes(mutant.status);
  return mutants.map((mutant) => (isSettled(byKey.get(keyOf(mutant))) ? byKey.get(keyOf(mutant)) : mutant));
}

/** `null` when the tests fail without any mutant, or there is nothing to mutate. */
function mutantsOf(lists) {
  const variables = Object.entries(lists).map(([name, list]) => [name, list.join(',')]);
  const { status } = spawnSync('stryker', ['run', 'test/mutation/stryker.config.mjs'], {
    stdio: 'inherit',
    env: { ...process.env, ...Object.fromEntries(variables), PATIENCE_MS: '8000' },
  });
  if (status !== 0) return null;
  const { files } = JSON.parse(readFileSync('coverage/mutation.json', 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ ...mutant, file })));
}

function escaped(mutants) {
  return mutants.filter(({ status }) => ESCAPED.includes(status));
}

/** Stryker counts columns from 1 in its report and from 0 in what it is asked. */
function rangeOf({ file, location: { start, end } }) {
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function keyOf({ file, location: { start, end }, replacement }) {
  return [file, start.line, start.column, end.line, end.column, replacement].join(':');
}

function survivor({ file, location: { start }, mutatorName, replacement, status }) {
  return `${file}:${start.line}:${start.column} ${status} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ')}`;
}

function scoreOf(mutants) {
  const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const caught = count(CAUGHT);
  return (100 * caught) / (caught + count(ESCAPED));
}

function describe({ domain, mutate }, mutants) {
  const score = mutants === null ? 'no score' : `${scoreOf(mutants).toFixed(1)}%`;
  return `${domain.padEnd(14)} ${score.padStart(8)}  ${mutate.join(' ')}`;
}
