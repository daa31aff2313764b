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
    null,
    500,
    null,
    `
      $500 | half a mil | <500k | id like to stay at or below 500 | at or under 500k | 500 or less | 500k and under
      prob no more than five hundred thou | about half a million dollars | Good question! lets say 500
      500 tops!! dont show me anything above that | 5 hunnid bands | half a mil tops | comfortable at 500
      comfortably 500 | 500 comfortably | ideally under 500 | ideally 450 but could go to 500
      Hi! Around 500k is what we're looking at | 500k is what we can afford | 500 is our budget | 500k budget
      we r at 500 | were at 500 | honestly the less the better but 500 | 500 but want to spend less
      500 unless its amazing | 500 if it has a pool | 500 for 4 beds | 500 for a 4/3 | 500💯 | 💵 500 | FIVE HUNDRED
      5hundred k | 5hundred | 5 hundred k | 500 thousnd | 500 thosand | 500 thous | 500k dollars | 500 k max
      500000.00 | $500K. | ($500k) | "500" | 500? | like....500? | uh 500 | less than half a million
      under half a mil | no more than half a million | a little under 500 | just under 500 | right around 500
      right at 500 | at 500 | @500 | 500k?? idk | about 500 i guess | 500, maybe a bit more
      500 maybe a little over | 500 but can go a bit higher | before taxes we make 200 so 500
      i qualify for 600 but want to stay around 500 | parents giving us 100 so 500 total | total 500 | 500 total
      idk what can i get for 500 | what if i said 500 | lets go w 500 | say 500 | call it 500 | figure 500
      put me down for 500 | ill say 500k final answer | prolly gonna be 500 | gonna say 500 | thats a good q. 500
      500 for now | 500 rn | right now 500 | 500 this yr | 500 by march
    `,
  ],
  [
    'budget',
    null,
    450,
    null,
    `
      mid 400s | mid 4s | ~450k | no more then 450 | we got approved for 520k but want to be closer to 450
      approved up to 520 but would rather spend 450 | four and a half | four hundred fifty k | 450 grand
      450 thousand dollars | 450000 usd | 450,000$ | 450k$ | $ 450 000 | 450.000 | not 500 more like 450
      we said 500 but really 450 | was thinking 500 but now 450 | 450 all in | 450 including closing costs | 450 OTD
      somewhere in the 450 range | in the 450 range | our current home is worth 350 so maybe 450
      we have 450 to spend | we can spend 450 | able to go to 450 | can go 450 | can do 450 | we can swing 450
      wouldnt go past 450 | dont want to pass 450 | dont go over 450 | never more than 450 | 450 is the limit
      limit is 450 | our limits 450 | hard cap 450 | 450 hard cap | 450 cap | max of 450 | maximum 450 thousand
      450 maximum | 450k top | 450 at most | at most 450 | no higher than 450 | not exceeding 450k
      up to 450k or so | 450 or so | 450ish or so | 450 give or take | 450 +/- | +/- 450 | roughly 450 | approx 450k
      approximately 450,000 dollars | 450 plus closing | 450 before closing costs | 450 w/ 20% down
      20% down on 450 | 100k down, total budget 450k | started at 500 but rates so now 450 | was 500, now 450
      used to be 500 but now like 450 | 500k would be a stretch. 450
    `,
  ],
  [
    'budget',
    null,
    600,
    null,
    `
      600 | less than 600k | 6 hunnid | 600 g's | i can go up to like six hundred | i'd say 600 | id say around six
      our house sold for 400 so 600 | we sold for 400 and want to spend 600 | we have 200 equity and want 600
      200 down on a 600 house | 600 house with 200 down | 600k purchase price | purchase price of 600
      price point is 600 | price point 600 | spend about 600 | not spending more than 600 | wont spend over 600
      600 w a little wiggle room | 600 with some flexibility | 600 but flexible for the right place | 600 all cash
      600 cash | 600 conventional | 600 va | 600 fha | 600 plano | 600 3 bed plano | 600 and 3 beds | 3 beds and 600
      3/2 and 600 | 600 4 bed 3 bath pool | asap 600 | yes 600 | ok so 600 | hi 600 | Hi Jorge, 600
      my husband and i are thinking 600 | we talked and 600 | after talking to the lender 600 | per our lender 600
      lender = 600 | preapproval says 600 | pa letter is for 600 | letter says 600
      qualified up to 600 but dont want that much | i can do 600 with my parents help
    `,
  ],
  [
    'budget',
    null,
    400,
    null,
    `
      maybe 350 maybe 400 idk | no more than like 4 hundred | four hundred k | 400 but flexible | 400 firm | about 4
      20k down 400k loan | under 400 with a pool | under 400 preapproved | under 400 w/ 3 beds | 350k...maybe 400k
      400 k | up to 400ish | Under $400,000.00 | under 400. 3 bed min | 3 bed min 400 max | 4 bed for 400
      400 for a 4 bed | 100 down 400 total | approved for a 400k mortgage | approved for 400 but thats a stretch
      the bank says 400 | bank approved 400 | My max budget is four hundred thousand dollars. | 500? no way. 400
      not 500 lol. 400 | 500 is too much, more like 400 | cant afford 500. 400
    `,
  ],
  [
    'budget',
    null,
    550,
    null,
    `
      cap is 550 | capped at 550 | 5 and a half | 550 cash | 550 but id rather not hit that
      550 is my absolute ceiling | max out at 550 | maxed out at 550 | 550 and not a penny more
      550 not a dollar more | 550 is pushing it | mid fives | Five Hundred Fifty Thousand
    `,
  ],
  [
    'budget',
    null,
    300,
    null,
    `
      cash 300 | 300 cash no loan | have 300 in cash | i have 300k cash | 300k cash buyer | 3.5% down so like 300
      are there any under 300 | can you get anything for 300 in frisco
    `,
  ],
  ['budget', null, 1000, null, 'under a million | a mil | 1 mill | under 1 mil | 1.0m | 1m'],
  [
    'budget',
    null,
    475,
    null,
    `
      like 475ish | four hundred and seventy five thousand | 450. 475 if its perfect | 450, 475 if its perfect
    `,
  ],
  [
    'budget',
    null,
    375,
    null,
    `
      dont want to spend over 375 | 3.75 | not trying to go crazy so like 375 | We would like to stay around $375K
    `,
  ],
  [
    'budget',
    null,
    250,
    null,
    `
      two fifty | can i get anything for 250 | a quarter mil | a quarter of a million
    `,
  ],
  ['budget', null, 385, null, 'prob 385 ish | 385-ish | my lender preapproved me at 385k'],
  [
    'budget',
    null,
    350,
    null,
    `
      nothing crazy, 350 tops | around 3.5 | pre approved for 400, comfortable at 350
    `,
  ],
  ['budget', null, 425, null, 'cant go past 425 | four twenty five | 4.25 max'],
  [
    'budget',
    null,
    420,
    null,
    `
      my budget is 420 and my credit is 720 | 720 credit 420 budget | Our lender said 460 but I'd be happier at 420
    `,
  ],
  ['budget', null, 750, null, "we're at 750 max | three quarters of a million"],
  ['budget', null, 650, null, 'not over six fifty | six, maybe six fifty'],
  ['budget', null, 700, null, 'ceiling 700k | $$$ 700'],
  ['budget', null, 480, null, 'the most we can do is 480 | 480 at the very most'],
  ['budget', null, 725, null, '725000 | seven twenty five'],
  ['budget', null, 310, null, 'got preapproved for 310 yesterday | 310k fha'],
  ['budget', null, 2000, null, 'two mil | 2 million cash'],
  ['budget', null, 1200, null, '1.2m'],
  ['budget', null, 1500, null, '1.5 mil'],
  ['budget', null, 640, null, 'lender says up to 640'],
  ['budget', null, 415, null, 'bank told us 415'],
  ['budget', null, 395, null, 'qualified for 395'],
  ['budget', null, 625, null, '6 and a quarter'],
  ['budget', null, 325, null, 'three and a quarter'],
  ['budget', null, 1300, null, 'one point three'],
  ['budget', null, 1250, null, '1.25 million'],
  ['budget', null, 800, null, 'eight hundred'],
  ['budget', null, 280, null, 'i only got 280 to work with'],
  ['budget', null, 410, null, "can't do more than 410"],
  ['budget', null, 1100, null, '1,100,000'],
  ['budget', null, 1400, null, 'around 1.4 mil'],
  ['budget', null, 720, null, '720'],
  ['budget', null, 520, null, '500 520 max'],
];

describe.each(SAYINGS)('budgets, asked %s: from %s to %s, price %s', (asked, minK, maxK, priceK, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const { facts } = understandText(text, { pendingQuestion: asked, areas: [], today: '2026-11-23' });
    const { budgetMinUsd, budgetMaxUsd, priceExpectationUsd } = facts;
    const thousands = [budgetMinUsd, budgetMaxUsd, priceExpectationUsd].map((usd) => usd && usd / 1_000);
    expect(thousands).toEqual([minK, maxK, priceK]);
  });
});
