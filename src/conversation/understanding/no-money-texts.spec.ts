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
    null,
    null,
    `
      whatever 2500 a month gets me | 2500/mo | 2500 monthly | 3k a month max | payment around 2800 | I make 95k
      we make about 180k combined | i have 60k saved | 60k for a down payment | putting 20 percent down | 20% | 5
      0 | 2 | idk | depends | not sure yet still talking to lender | call me at 6 | call me 214 555 0199
      ill be there at 530 | can talk at 5 | after 6pm | im off at 430 | off work at 430, talk then
      be home around 530 | zip is 75013 | 75035 | 1400 sq ft | at least 1800 sqft | at least 1800 | 2026 | next year
      in 2027 | 3 bed 2 bath | 3/2 | 30 days | 6 months | why | same as before
      there are 300 homes in that subdivision | my agent said 3 weeks | its listed at 515
      saw one listed at 515, too much | i owe 200k | i owe 200k on my house now
      the house down the street sold for 510 | zillow says 430 | taxes were 9k last year | hoa 300 | my rent is 1900
      rent 1900 | as cheap as possible lol | cheap | whatever the bank gives me | 4 something | no budget really
      money isnt an issue | $2,400/month all in | five | my sister paid 400 for hers | whats the avg price there
      is 300 too low | im 28 with 2 kids | credit 590 | 590 fico | let me check and text you at 515
      ill know more by 3 | talk to the lender mon at 930 | at my lunch break 1230 | give me 10 min | two weeks
      i just turned 65 | over 55 community | 55+ | its 2 of us | 2 car garage | 100 yr old house is fine
      corner of 121 and 75 | we saw 12 houses already | looked at 20 houses | we rent for 2100 now
      currently paying 2100 rent | 2100 a month is what we pay | want payments under 2500
      no more than 2500 a month | 3000/month max | 3k monthly | around 3k per month | mortgage payment of 2800
      we can do 2800 a month | 110k salary | household makes 200k | 200k a year income | i make 5k a month
      only have 15k for a down payment | 15k down | 15k saved up | got 15k | 3% down | zero down | 0 down va
      how much do i need | how much down do i need | how much can i qualify for | what do homes go for there
      is 300 enough for frisco | talk at 430? | ill call at 1130 | after 330 | before 530 pls | at 6 or 630
      i work till 430 | tomorrow 1015 | on 11/30 | dec 15 | in 2027 probably | by 2027 | 16th of dec
      house is on 1500 block of elm | near 635 and preston | off 544 | fm 2478 | us 380 | text me at 469-555-0100
      469.555.0100 | 4695550100 | 75002 or 75013 | my zip 75002 | 1,800 sqft | 1800-2000 sq ft
      2000 square feet min | 2000+ sqft | half acre | 2 acres | 4 bed | 5 of us | 2 adults 3 kids | my credit is 720
      credit score 720 | score is 645
    `,
  ],
  [
    null,
    null,
    null,
    null,
    `
      2150 a month rent right now | 600 | its listed at 515 | the one on oak is listed for 515k
      is the 515k one still available | I owe 200k | we still owe 210 on it | mortgage is 180k | zillow says 430
      zestimate 430k | redfin has it at 445 | tax appraisal came in at 390k | county says its worth 380
      appraised for 505k | they want 515 for it | seller wants 600k thats crazy | my neighbor sold for 480k
      house next door went for 480k | comps are around 450 | bought it for 210k in 2012 | paid 210
      we put 40k into the kitchen | spent 30k on the remodel | put 25k in repairs | needs about 30k in work
      30k worth of repairs | roof was 18k | new roof cost 22k | make 85k a year | my salary is 110k
      household income around 160k | we have 100k in equity | 100k equity | 150k from the sale of our house
      got 50k to put down | got 50k for a down payment | want my monthly under 2500 | opendoor offered 405k
      someone offered me 400 last year | had an offer for 410k | got an offer at 410k last month | turned down 420
      we have 2 dogs and 3 kids | been here since 2004 | built 1987 | call 972-555-0100
      its 2,300 sq ft on half an acre | exit 45 off 75 | near 121 and 423 | off 380 | 11/30 | see you at 230
      lets do 530 | 1010 elm st | i live at 4512 maple dr | apt 310 | unit 450 | account 445512 | mls 20541123
      mls# 14567890 | my id is 450000 | i dont have 500k lol | not spending 500k | 500k is too much
      500k is out of my range | thats over 500k | is 400k realistic for a 4 bed | would 400k be enough in plano
      looking at the one listed for 389k, can we see it | Is the home on 1422 Willow still 410k?
      I'm interested in the $389,000 house | price dropped to 399k on the elm house | saw its now 399k
      the house we like is 450k | they dropped it to 450k | we offered 450k and lost | we put in an offer at 450k
      they countered at 460k | what did the one on elm go for | house is worth about 425 i think
      mortgage is 240k at 3% | 240k left on the mortgage | have a 240k mortgage | 240 left on the loan
      we pay 1950 a month | taxes are 11k a year | insurance is 5k | ac unit cost 12k | foundation quote was 15k
      got quoted 80k for the remodel | remodel would be 90k | needs 100k of work | 100k in repairs
      we have 150k saved | 150k in savings | i have 120k from an inheritance | making 120k | we both make 90k
      my income is 105k | student loans 80k | 80k in student loans | car is 40k lol | i drive a f150 | suv seats 7
      order 450123 | lockbox 4455 | gate code 4500 | suite 300 | rm 210 | flight 450 lands at 3 | see u at 315
      showing at 415 works | can do 230 or 430 tomorrow | tomorrow 430? | 430 today works | 1030 am
      its 105 outside | 100 degrees | 450 homes in the hoa | hoa has 450 homes | 2nd house | 3rd time asking | 24 7
      1 of 3 | 50% off
    `,
  ],
  [
    'price',
    null,
    null,
    null,
    `
      zillow says 430 | zestimate is 430, id take that | opendoor offered 405 can you beat it | make me an offer
      what will you give me | what are you offering | you tell me | idk what its worth | fair market value
      as much as i can get | how much can i get | not for 400 | i wont take 400 | i would not sell for 400
      call me at 2145550199 | my number is 214-555-0199 | its a 3/2 1800 sq ft | 1800 sq ft built 1995 | 75024
      my house is 1534 sq ft | hmm 4 | ten thousand over zillow | 10k over appraisal | 20% more than i paid
      payoff is 320 so anything over that | enough to pay off the 320 mortgage | enough to cover my mortgage
      just want what i owe | got it appraised at 500 last yr | trulia says 450 | im not giving it away
      not less than what zillow says | top dollar | market value | what would you offer | call me tmrw at 530
      im off at 6 | after 5 pls | ask me later | i have 2 offers already | opendoor gave me 402
      offerpad said 395 lol | they wanted to give me 380 lol no | 30k more than my neighbor | i owe 300
      300 left on it | 300k balance | 300 payoff | mortgage balance 300 | paid 300 in 19 | bought for 300
      we bought it at 300 5 yrs ago | built it for 300 | put 60k into it | 60k in upgrades | spent 60 on the kitchen
      zillow estimate is 430 | zillow 430 | zestimate says 430k | redfin estimate 430 | appraised for 430 last year
      tax assessed at 380 | cad has it at 380 | neighbors sold at 455 | house next door sold for 455
      one down the street went for 455 | comps show 455 | got offered 400 | was offered 400 last month
      turned down 400 | had an offer of 400, need more | whatever its worth | what do u think
      not sure what its worth | you tell me your offer | make an offer | best offer | a fair price | more than i owe
      market price | top dollar lol | a lot | let me think | idk honestly | call me at 530 | im at work til 530
      30 days | its 3/2 | 2200 sq ft | built 1998 | roof is 5 yrs old | 469 555 0100
    `,
  ],
  [
    'condition',
    null,
    null,
    null,
    `
      needs a 20k roof | put 40k in the kitchen | 1990 build | about 15k in repairs | id say 7/10
      redid the floors for 8k
    `,
  ],
  ['timeline', null, null, null, '30 | 45 | in 60 | 600'],
  [
    'financing',
    null,
    null,
    null,
    `
      20% down conventional | 100k down | credit score 680 | put 10k down fha
    `,
  ],
  ['motivation', null, null, null, '600 | we owe 200k and cant afford it'],
];

describe.each(SAYINGS)('no sums, asked %s: from %s to %s, price %s', (asked, minK, maxK, priceK, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const { facts } = understandText(text, { pendingQuestion: asked, areas: [], today: '2026-11-23' });
    const { budgetMinUsd, budgetMaxUsd, priceExpectationUsd } = facts;
    const thousands = [budgetMinUsd, budgetMaxUsd, priceExpectationUsd].map((usd) => usd && usd / 1_000);
    expect(thousands).toEqual([minK, maxK, priceK]);
  });
});
