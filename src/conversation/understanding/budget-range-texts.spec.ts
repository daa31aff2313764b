import { textsOf } from '../../../test/support/texts-of';
import type { Question } from './facts';
import { understandText } from './understand-text';

/** What was asked, the budget from and to and the price in thousands of USD, and texts that say so. */
type Saying = readonly [
  asked: Question | null,
  minK: number | null,
  maxK: number | null,
  priceK: number | null,
  texts: string,
];
const SAYINGS: readonly Saying[] = [
  [
    'budget',
    500,
    600,
    null,
    `
      in the 5's | 5s | between 5 and 6 hundred | between 5 and 6 hundred thousand | five or six hundred
      5-6 hundred | 5-600 | 5-600k | 5 - 600k | $5-600k | 500-6 | 500k-$600k | 500/600k | 500ish-600ish
      500ish to 600 | 500 to maybe 600 | 500 to like 600 | 500 to about 600 max | somewhere from 500 to 600
      anywhere from 500 to 600k | anywhere between 500k and 600k | between 500 or 600 | between 500 n 600
      betwen 500 and 600 | b/w 500 and 600 | bw 500-600 | btw 500 and 600 | 500 up to 600 | 500k up to 600k
      from 500 up to 600 | 500 thru 600 | 500 - 600 range | in the 5-6 range | 5-6 range
      in the 500 to 600 thousand range
    `,
  ],
  [
    'budget',
    500,
    null,
    null,
    `
      500k min | min 500 | at least 500 | 500 and above | above 500 | over 500 | more than 500 | 500 plus
      500 or higher | upwards of 500 | starting around 500 | we start at 500 | nothing less than 500 | not under 500
      nothing cheaper than 500 | a little over 500 | a bit over 500
    `,
  ],
  [
    'budget',
    350,
    400,
    null,
    `
      mid to upper 300s | ummm 350 to 4? | between 350 and 400 give or take | btwn 350-400 | 350 thru 400
      three fifty to four | 350 to 4 | mid-upper 300s | three fifty - four hundred
    `,
  ],
  [
    'budget',
    300,
    350,
    null,
    `
      300 or 350 | 3-350 | 3 to 350k | $300-350,000 | 300,000-350,000 | 300000 to 350000 | 300-350 thousand
      im thinking 3 to 3.5 | three to three fifty
    `,
  ],
  [
    'budget',
    400,
    500,
    null,
    `
      between 4 and 5 | between 4 & 5 | 4 to 5 hundred | 4 or 5 hundred thousand
      we'd like to be in the 400-500 range | trying to keep it in the 400s | keep it in the 400s | 400s
    `,
  ],
  [
    'budget',
    350,
    425,
    null,
    `
      from 350 to 425 | 350k to 425k | 350 - 425 | 350-425k | 350k-425
      Our budget is between $350,000 and $425,000. | three fifty to four twenty five
    `,
  ],
  [
    'budget',
    400,
    450,
    null,
    `
      around 4-450k | low to mid 400s | 400K-450K | $400k - $450k | 400,000-450,000 | 400to450
    `,
  ],
  [
    'budget',
    500,
    550,
    null,
    `
      5-5.5 | between five and five fifty | five to five fifty | 5 to 550 | 5-550
    `,
  ],
  ['budget', 400, null, null, 'starting at 400 | 400 and up | 400k or more'],
  ['budget', 300, 375, null, 'minimum 300 max 375 | min 300k max 375k | 300 min 375 max'],
  [
    'budget',
    550,
    600,
    null,
    `
      between five fifty and six | between 550 and 6 | between 550 and six hundred
    `,
  ],
  ['budget', 450, 500, null, '450/500 | 4.5 to 5'],
  ['budget', 800, 1000, null, '800k-1m | 800 to a million'],
  ['budget', 1000, 1200, null, '1 to 1.2 mil | 1-1.2m'],
  ['budget', 600, 650, null, 'about six or six fifty | six to six fifty'],
  ['budget', 1100, 1300, null, '1.1-1.3 | 1.1 to 1.3m'],
  ['budget', 370, 430, null, 'high 3s low 4s'],
  ['budget', 570, 630, null, 'upper 500s low 600s'],
  ['budget', 900, 1200, null, '900k to 1.2'],
  ['budget', 300, 400, null, 'not sure but probably in the 300s'],
  ['budget', 270, 300, null, 'high 2s'],
  ['budget', 600, 630, null, 'low 6s'],
  ['budget', 380, 420, null, '380-420 range'],
  ['budget', 200, 250, null, 'two hundred to two fifty'],
  ['budget', 400, 430, null, 'low fours'],
  ['budget', 470, 500, null, 'high fours'],
  ['budget', 600, 700, null, 'six hundred to seven hundred'],
  ['budget', 2000, 3000, null, '2-3 million'],
  ['budget', 700, 1000, null, '700-1m'],
];

describe.each(SAYINGS)('budgets, asked %s: from %s to %s, price %s', (asked, minK, maxK, priceK, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const { facts } = understandText(text, { pendingQuestion: asked, areas: [], today: '2026-11-23' });
    const { budgetMinUsd, budgetMaxUsd, priceExpectationUsd } = facts;
    const thousands = [budgetMinUsd, budgetMaxUsd, priceExpectationUsd].map((usd) => usd && usd / 1_000);
    expect(thousands).toEqual([minK, maxK, priceK]);
  });
});
