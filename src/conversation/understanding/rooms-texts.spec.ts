import { textsOf } from '../../../test/support/texts-of';
import type { Facts } from './facts';
import { toPlainText } from './plain-text';
import { readRooms } from './read-rooms';

const SAYINGS: readonly (readonly [rooms: Pick<Facts, 'beds' | 'baths'>, texts: string])[] = [
  [
    { beds: 3, baths: 2 },
    `
      3/2 | 3/2 in plano | 3-2 in plano | 3/2/2 | 3x2 | 3br/2ba | 3 br 2 ba | 3bd 2ba | 3bed2bath | 3b/2b
      3 bdrm 2 bth | 3 beds, 2 baths | 3 bed/2 bath | three bedroom two bath | min 3 bed 2 bath
      3 beds 2 baths 2 car garage under 400 | my house is a 3/2 | looking for a three two in allen | 3🛏 2🛁
      at least 3br/2ba | 3 bd 2 full baths | its a three bedroom two bath ranch | 3 bed. 2 bath. pool.
      3bed 2bath 500k | 3 bed 2 bath 1500 sqft 300k | bedrooms: 3, bathrooms: 2 | BR 3 BA 2
    `,
  ],
  [{ beds: 4, baths: 3.5 }, '4/3.5 | 4 bed, 3.5 bath, 3 car'],
  [{ beds: 4, baths: 2 }, '4 / 2 | its a 4 bed 2 bath 2100 sqft'],
  [
    { beds: 3, baths: null },
    `
      3bdr | 3bedrooms | three bed | 3 bedroms | 3 bedrm | minimum 3 beds | 3 or 4 beds | 3-4 bed | 3 to 4 bedrooms
      3/4 bedrooms | no less than 3 bedrooms | 3bd+ | looking 4 a 3bd in allen | 3 bed min | 3 beds and an office
      either a 3 bed or 4 bed
    `,
  ],
  [
    { beds: 4, baths: 2.5 },
    `
      4 bedroom 2.5 bath | 4 bed two and a half bath | 4 bed 2 1/2 bath | 4bd/2.5ba/2car | BR: 4, BA: 2.5
    `,
  ],
  [
    { beds: null, baths: 2 },
    `
      2 full baths | two bathrooms | 2-3 baths | need 2 baths at least | 2 bathrooms remodeled
      kitchen and 2 baths redone
    `,
  ],
  [
    { beds: 4, baths: null },
    `
      at least 4 bedrooms | 4+ beds | 4 or more bedrooms | 4BR | need min 4 br | my house has 4 bedrooms
      four bedrooms upstairs | 4 bedrooms 2 living | 2 story 4 bed
    `,
  ],
  [{ beds: 5, baths: 3 }, '5 bed 3 bath 3 car'],
  [{ beds: 2, baths: null }, '2 bedroom condo'],
  [
    { beds: null, baths: null },
    `
      studio | 3 car garage | 2 story | 2 kids | 24/7 | 9/11 | 1/2 acre | half acre | 2/3 of them | 3/15 | 12/1
      on 4/2 | moving 4/1 | by 5/2 | 9 to 5 | 50/50 | need a bed | bed in a box | bathroom needs work
      redid both baths | master bath | 1/2 bath downstairs | half bath | 2 master bedrooms | two car garage
      we live in a 2 bedroom apartment and need more space | 1/15 | 10/2 | half off 1/2 | call between 3-4
      2-3 weeks | 5-6 months | kids are 3 and 2 | 4 people 2 dogs | 3 bids | bought it 3 yrs ago | lot 3 | unit 3b
      apt 2b | building 4a | on the 2nd floor | level 3 | room 204 | 3rd bedroom is small | the 2nd bath leaks
      remodeled both bathrooms
    `,
  ],
  [{ beds: 1, baths: null }, 'one bedroom | a 1 bed'],
  [{ beds: 4, baths: 3 }, '4 bedroom, 3 bathroom | a four three with pool | 4Br 3Ba | 4-3 w pool'],
  [{ beds: 3, baths: 2.5 }, '3 bed 2.5 | three bedrooms two and a half baths | 3/2.5'],
  [{ beds: 6, baths: 4.5 }, '6 bed 4.5 bath'],
  [{ beds: 5, baths: 4 }, '5bd 4ba pool home | 5/4'],
  [{ beds: null, baths: 2.5 }, '2.5+ baths | 2 and a half bath'],
  [{ beds: null, baths: 1.5 }, '1.5 bath | 1 and 1/2 baths'],
  [{ beds: 2, baths: 1 }, '2/1'],
  [{ beds: 3, baths: 1 }, '3/1 starter'],
];

describe.each(SAYINGS)('rooms: %j', (rooms, block) => {
  it.each(textsOf(block))('%s', (text) => {
    expect(readRooms(toPlainText(text), false)).toEqual(rooms);
  });
});
