import type { Run, RunOptions } from './run';
import { print, printTable } from './table';
import type { Row } from './table';

const EXAMPLES = 5;
/** More than this share given to people would hide what the harness is there to count. */
const MAX_GIVEN_SHARE = 0.1;

/** Prints the counts. @returns whether nothing is wrong. */
export function reportRun(run: Run, { cycles, seed }: RunOptions): boolean {
  const { ledger, ghl, verdict } = run;
  const acknowledged = ledger.acknowledged().length;
  const isGivenTooOften = verdict.givenToPerson > acknowledged * MAX_GIVEN_SHARE;
  const kills = [...run.kills.values()].reduce((sum, count) => sum + count, 0);
  const faults = [...ghl.faultCounts.values()].reduce((sum, count) => sum + count, 0);
  printTable('What was done', [
    ['seed', seed],
    ['cycles', cycles, `in ${run.seconds.toFixed(0)} s`],
    ['kills', kills, tellCounts(run.kills)],
    ['texts', ledger.texts.size],
    ['acknowledged', acknowledged, 'answered 200'],
    ['sent twice on purpose', ledger.duplicates],
    ['sends', ghl.sends, 'texts and bookings that GHL carried out'],
    ['faults of GHL', faults, tellCounts(ghl.faultCounts)],
    ['caught up', verdict.caughtUp, 'not acknowledged, answered all the same'],
    ['given to a person', verdict.givenToPerson, run.hasFailedRoute ? '' : 'GET /events is not there yet'],
  ]);
  const violations: readonly Row[] = [
    ...[...verdict.found].map(([what, lines]) => [what, lines.length] as const),
    ['not settled in time', run.unsettled],
    ['ends that were not clean', run.badEnds.length],
    ['given to a person too often', isGivenTooOften ? verdict.givenToPerson : 0],
  ];
  printTable('What must be 0', violations);
  for (const [what, lines] of [...verdict.found, ['ends', run.badEnds] as const]) {
    for (const line of lines.slice(0, EXAMPLES)) print(`  ${what}: ${line}`);
  }
  return violations.every(([, count]) => count === 0);
}

function tellCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([what, count]) => `${what} ${count}`).join(', ');
}
