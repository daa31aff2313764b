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
    'price',
    null,
    null,
    450,
    `
      mid 4s | zillow says 430 but id want 450 | about four and a half | the county has it at 410 lol no way, 450
      450 would do it | 450 would be nice | would be happy w 450 | happy with 450 | 450 and were good
      450 and you got a deal | 450 deal | gimme 450 | give me 450 cash and its yours | pay me 450
      offer me 450 and ill sign | if you offer 450 ill sign today | 450 today | 450 or no deal | 450 or ill wait
      i wont go below 450 | wont go under 450 | not going below 450 | dont want to go lower than 450 | lowest is 450
      lowest i can go is 450 | absolute lowest 450 | 450 lowest | at the very least 450 | 450 at the least
      no less than 450k | min 450 | 450 min | 450k+ | 450 and up | mid 400's | in the mid fours
      between four fifty and five | 4.5 | four and a half | 450ish | i think 450 | idk 450? | I was hoping for 450
      hoping to get 450 | looking to get 450 | looking for 450 | want to get 450 out of it | need 450 to break even
      break even is 450 | need 450 after commission | 450 after everything | net 450 | netting 450 | 450 in hand
      450 out the door | id let it go for 450 | let it go at 450 | ill take 450 | we'd accept 450
      we would sell at 450 | would sell for 450k today | sell for 450 | selling price 450 | asking price is 450
      asking 450 | we're asking 450 firm | price is 450 | my price is 450 | 450 is my price | 450 is what i want
      450 is what it would take | it would take 450 | it'd have to be 450 | id need 450 | need at least 450
      owe 300, want 450 | owe about 300 so 450 would work | someone offered 400 but i want 450
    `,
  ],
  [
    'price',
    null,
    null,
    460,
    `
      my neighbor got 460 so 460 | well my neighbor listed at 470 so probably 460 | 460 to 480 depending
      between 460 and 480 | not a dime under 460 | 460 no less | no lower than 460 | 4 sixty | four sixty
      four hundred sixty thousand dollars | $460,000 cash, you pay closing | 460 and no repairs
      460k w 30 day close | 460 in 30 days | 460 before dec 31 | 460 with 2 months rent back | minimum id say is 460
      realistically 460, dream number 500 | id love 500 but 460 works
    `,
  ],
  [
    'price',
    null,
    null,
    425,
    `
      I'd take 425 for it | id take 425 | 425 and its yours | 425 id sell today | for 425 sure | at least 425
      not less than 425 | no less than 425 | nothing less than 425 | wouldnt go lower than 425 | 425 minimum
      425 bare minimum | 425 net | 425 in my pocket | i need to net 425 | need 425 to walk away
    `,
  ],
  [
    'price',
    null,
    null,
    400,
    `
      around 400 to 425 | 400-425 | 4-425 | put 50k into it so 400 | more than 400 | over 400 | 400+ | north of 400
      400 cash as is | 400 as is | if you can do 400 well talk | if someone gave me 400 id be gone tomorrow
      had it listed at 420, would take 400 | owe 320 so gotta get 400 at least
    `,
  ],
  [
    'price',
    null,
    null,
    500,
    `
      half a million | not interested in selling for under 500 | dont lowball me, 500
      after commission id want 500 clear | clear 500 | minimum 500 but ill list at 550
      500 if its quick, 530 if i have to wait | with a leaseback 500 | 500 but negotiable | im at 500 | 500. owe 320
      appraised at 500 so 500 | low 500s
    `,
  ],
  [
    'price',
    null,
    null,
    510,
    `
      id have to get 510 | would have to be 510 or better | 510 or better | somewhere around 510ish
      honestly 510 lol | 510 🙏 | 💰510k💰 | 510!!! | Five hundred ten thousand | thinkin bout 510 | prolly 510
    `,
  ],
  [
    null,
    null,
    null,
    500,
    `
      I want to sell for 500k | want to sell my house for 500 | looking to sell at 500k | id sell for 500k
      would sell if i got 500 | selling my place, need 500 for it | thinking of selling my 3/2 for 500
      asking 500k for my house | my asking price is 500k | i want 500k for my home | offer me 500k for my house
    `,
  ],
  [
    'price',
    null,
    null,
    350,
    `
      owe 200k want 350 | i owe 200 and want at least 350 | paid 200 want 350 | bought it for 200 in 2015. 350
      mid 3s to low 4s
    `,
  ],
  [
    'price',
    null,
    null,
    390,
    `
      lowest id go is 390 | bottom line 390 | bottom dollar 390k | my number is 390 | magic number is 390
    `,
  ],
  [
    null,
    null,
    null,
    450,
    `
      list my house at 450k | can you sell my house for 450k | I wanna sell, lowest ill go is 450k
      selling. 450k. needs work | sell my house 450k
    `,
  ],
  ['price', null, null, 389.9, 'asking 389900 | 389,900 | $389.9k | 389.9'],
  ['price', null, null, 700, '700 plus | seven hundred plus | 700-ish | 700.000'],
  [
    'price',
    null,
    null,
    430,
    `
      zillow has it at 430 so 430 | redfin says 410 i want 430 | they offered 400 last year, want 430
    `,
  ],
  [
    'price',
    null,
    null,
    440,
    `
      id be ok w 440 | honestly if i walked w 440 id be happy | 440 and im out
    `,
  ],
  ['price', null, null, 455, 'how about 455 | 455? | u tell me lol i was thinking 455'],
  ['price', null, null, 1100, '1.1 | 1.1 mil'],
  ['price', null, null, 1200, 'a million two | 1 million 2'],
  ['price', null, null, 300, '300k after fees | pay off is 220 need 300'],
  ['price', null, null, 470, 'high 4s | upper 400s'],
  ['price', null, null, 1000, 'a cool million | a mil'],
  [null, null, null, 425, 'hoping to list around 425 | hoping to get 425 for our house'],
  ['price', null, null, 550, '550'],
  ['price', null, null, 650, '6 fifty'],
  ['price', null, null, 675, 'six seventy five'],
  ['price', null, null, 525, '5 and a quarter'],
  ['price', null, null, 475, 'four and three quarters'],
  ['price', null, null, 415, 'neighbors sold for 410 so id say 415'],
  ['price', null, null, 389.5, '389500 obo'],
  ['price', null, null, 420, 'listed at 420 before so 420'],
  [null, null, null, 700, 'if u had 700 cash id listen'],
  [
    null,
    null,
    650,
    425,
    `
      sell our 4/2 in mckinney for 425 and buy something bigger in frisco around 650
    `,
  ],
  [null, null, 500, 380, 'selling mine for 380 and buying up to 500'],
  [null, null, 500, 350, 'need to sell ours (about 350k) and buy around 500k'],
  [null, null, 600, 400, 'buying for 600 once mine sells for 400'],
  [null, null, null, 390, 'got a house in allen id let go for 390k'],
  ['timeline', null, null, 500, 'yes and i want 500k'],
  ['motivation', null, null, 450, 'divorce, want 450k'],
  ['condition', null, null, 450, 'good, 450k'],
  ['budget', null, 500, 350, 'selling ours for 350 so around 500'],
  ['price', null, null, 320, 'i have to clear 320 to pay it off'],
  ['price', null, null, 1300, '1.3 mil'],
  ['price', null, null, 260, 'ok so 2 bed 1 bath 900 sqft, 260k'],
  ['price', null, null, 345, 'built in 78, new roof, 345'],
  [null, null, 500, 400, 'I could sell for 400 if you find me something at 500'],
];

describe.each(SAYINGS)('asking prices, asked %s: from %s to %s, price %s', (asked, minK, maxK, priceK, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const { facts } = understandText(text, { pendingQuestion: asked, areas: [], today: '2026-11-23' });
    const { budgetMinUsd, budgetMaxUsd, priceExpectationUsd } = facts;
    const thousands = [budgetMinUsd, budgetMaxUsd, priceExpectationUsd].map((usd) => usd && usd / 1_000);
    expect(thousands).toEqual([minK, maxK, priceK]);
  });
});
