import { findFallen, readFloors } from './floors';
import { measure } from './measures';
import { readOptions } from './options';
import { patternReader } from './pattern-reader';
import { reportList, reportSet } from './report';
import { scoreTexts } from './score';
import { scoreConversations } from './score-conversations';
import { readSet } from './sets';

/**
 * `npm run eval -- [--held-out] [--unseen] [--all] [--misses] [--check]`: how much of the labels the bots get right. With
 * `--check` all sets are held against floors.json; the exit code is 1 when one of them fell below.
 */
async function main(): Promise<void> {
  const { sets, missesOf, isCheck } = readOptions(process.argv.slice(2));
  const floors = readFloors();
  const fallen: string[] = [];
  for (const name of sets) {
    const { texts, conversations } = readSet(name);
    const score = scoreTexts(texts, patternReader());
    const played = await scoreConversations(conversations);
    const measures = measure(score, played);
    reportSet(name, score, measures);
    if (missesOf.includes(name)) reportList('Misses', [...score.mistakes, ...played.mistakes]);
    fallen.push(...findFallen(name, measures, floors));
  }
  if (!isCheck) return;
  reportList('Check', fallen.length === 0 ? ['every floor holds'] : fallen);
  process.exitCode = fallen.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
