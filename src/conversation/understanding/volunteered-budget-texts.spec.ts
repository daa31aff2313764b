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
    null,
    null,
    450,
    null,
    `
      looking for a 3/2 in frisco or mckinney around 450 | 3 bed in plano 450 | 3 bed under 450 preapproved
      budgets 450 | budget 450 | my budget's around 450 | budget: 450k | have 450 to spend | preapproved 450
      pre approved for 450 with chase | not 500k more like 450k
    `,
  ],
  [
    null,
    null,
    400,
    null,
    `
      buy a house for 400 | want to buy for around 400 | want to buy something for 400k or less
      how much house can i get for 400k | can i get a 4 bed for 400k | va approved 400
      have a preapproval letter for 400k | preapproval is 400 | preapproval amount 400k
    `,
  ],
  [
    null,
    null,
    300,
    null,
    `
      got 300k cash looking for a rental property | house for 300k | all i can afford is 300 | approved for 300 fha
      bank will give us 300 | our loan is for 300k | pre qual for 300
    `,
  ],
  [
    null,
    null,
    525,
    null,
    `
      our max is 525 | max 525 | 525 max | price cap 525 | increase my budget to 525k | can stretch to 525
    `,
  ],
  [
    null,
    null,
    600,
    null,
    `
      budget of 600 thousand | willing to pay up to 600 | willing to go 600 | i could do 600 | im good up to 600
    `,
  ],
  [
    null,
    null,
    425,
    null,
    `
      we can afford about 425 | can afford 425 | hoping to stay under 425 | trying to keep it under 425
      need something under 425
    `,
  ],
  [
    null,
    null,
    500,
    null,
    `
      any 4 bedrooms below 500k | show me houses around 500k | not more than 500k | nothing above 500
      duplex under 500k
    `,
  ],
  [
    null,
    null,
    350,
    null,
    `
      anything under 350? | whats available under 350 | what do you have for under 350k
      what can i get for 350k in frisco
    `,
  ],
  [null, 300, 350, null, 'price range 300-350 | our price range changed to 300-350'],
  [null, 350, 400, null, 'want to spend 350 to 400 | do u have townhomes in frisco for 350-400'],
  [null, null, 380, null, 'looking to spend no more than 380 | cant spend more than 380'],
  [null, null, 200, null, 'looking for land under 200k | cash investor buying under 200k'],
  [null, null, 250, null, 'condo under 250 | Investor here looking for deals under 250'],
  ['financing', null, 300, null, 'cash 300 | cash, 300k'],
  ['financing', null, 515, null, 'approved for 515 | preapproved 515k w rocket'],
  ['financing', null, 480, null, 'yes up to 480k | yes 480k'],
  [null, null, 480, null, 'my budget went up to 480k | we upped our budget to 480'],
  [null, null, 315, null, 'the 2 bed 2 bath for 315 | anything in allen for 315'],
  [null, 400, 450, null, 'budget is 4 to 450'],
  [null, 500, 600, null, 'houses in the 500s'],
  [null, null, 700, null, 'we are cash buyers with 700k'],
  [null, null, 415, null, 'approved at 415k'],
  [null, null, 390, null, 'pre qualified up to 390'],
  [null, null, 1100, null, 'up to 1.1'],
  [null, null, 1500, null, 'up to 1.5 mil'],
  [null, 300, 400, null, 'looking at homes between 300 and 400'],
  [null, 800, 1000, null, 'we want a 5 bed around 800k to 1m'],
  [null, 500, null, null, 'nothing under 500'],
  [null, null, 550, null, 'want to buy around 550k but have to sell my house first'],
  ['area', null, 500, null, 'plano under 500'],
  ['area', null, 450, null, 'frisco 3/2 450k'],
  ['area', null, 400, null, '3 bed 2 bath plano around 400'],
  [null, null, 375, null, 'lets lower it to 375 max'],
  [null, null, 275, null, 'budget like 275 for a condo in dallas'],
  [null, null, 650, null, 'hi looking for 4/3 in frisco max 650 preapproved'],
];

describe.each(SAYINGS)('budgets, asked %s: from %s to %s, price %s', (asked, minK, maxK, priceK, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const { facts } = understandText(text, { pendingQuestion: asked, areas: [], today: '2026-11-23' });
    const { budgetMinUsd, budgetMaxUsd, priceExpectationUsd } = facts;
    const thousands = [budgetMinUsd, budgetMaxUsd, priceExpectationUsd].map((usd) => usd && usd / 1_000);
    expect(thousands).toEqual([minK, maxK, priceK]);
  });
});
