import { textsOf } from '../../../test/support/texts-of';
import { understandText } from './understand-text';

const AREAS = [
  { name: 'Dallas', aliases: ['DFW', 'downtown Dallas', 'uptown'] },
  { name: 'Plano', aliases: ['west Plano'] },
  { name: 'Frisco', aliases: [] },
  { name: 'McKinney', aliases: ['Mc Kinney'] },
  { name: 'Allen', aliases: [] },
];

const SAYINGS: readonly (readonly [isAsked: boolean, areas: string, texts: string])[] = [
  [
    true,
    'Plano',
    `
      plano | Plano tx | plano texas | east plano | not dallas, maybe plano | plano not dallas
      plano but not east plano | close to plano | no to dallas yes to plano | plano yes dallas no
      dallas no plano yes | prefer plano over dallas | rather plano than dallas | plano instead of dallas
      plano only | just plano | plano isd | 📍plano | near legacy west in plano | plano near my work
      single family homes in plano | need to be within 20 min of plano | PLANO TX 75024 | 75024 plano | plnao
      the plano area, not frisco or allen | plano is my first choice
    `,
  ],
  [true, 'Frisco,McKinney', 'frisco or mckinney | frisco mckinney'],
  [true, 'Frisco,Plano,Allen', 'frisco, plano n allen'],
  [
    true,
    'McKinney',
    `
      mckinny | mckinnney | we live in allen now want mckinney | mostly mckinney but open
      close to my parents in mckinney | big fan of mckinney | mc kinney | mckinley | neither, looking in mckinney
    `,
  ],
  [
    true,
    'Frisco',
    `
      fricso | fresco | friscoo | west frisco near the star | prosper or frisco
      sick of dallas traffic, frisco maybe | frisco isd | #frisco | prob frisco | im thinking frisco
      my wife wants to live in frisco | kids love frisco so there | hmm tough one frisco i guess
      Frisco. or Prosper. or Celina | frsico | san francisco lol jk frisco
    `,
  ],
  [
    true,
    'Dallas',
    `
      dalls | dalas | north dallas | near downtown dallas | 30 min from dallas | within 30 minutes of dallas
      20 min to downtown dallas | DALLAS | n dallas | old east dallas | lake highlands dallas | dallas area
      greater dallas
    `,
  ],
  [
    true,
    'Allen',
    `
      allan | allen!!! | allen high school area | somewhere around allen | we love allen
      dont want frisco, too many toll roads. allen is ok | plano's too expensive now so probably allen
    `,
  ],
  [
    true,
    '',
    `
      not dallas | not in dallas | 3 or 4 bed doesnt matter | any house with a pool | either 3 or 4 beds
      any good ones? | not sure any ideas? | do you have any recommendations | idk | prosper | celina or prosper
      fort worth | ft worth or arlington | near my office in plano | husband works in dallas | moving from dallas
      coming from houston | currently in allen but want out | leaving dallas | tired of dallas
      dallas is too expensive | dallas is too far | dallas is out | i hate plano | the plan is to move in june
      a plane | no plans | 75024 | dallas isnt for us | not really into dallas | no dallas plz
      we want out of dallas | moving out of plano | moving away from dallas | commute to dallas is a must
      i commute to plano | the usual places | where would you recommend | what areas do you cover
      which has the best schools | houston | austin
    `,
  ],
  [true, 'Dallas,Frisco,McKinney,Allen', 'anywhere but plano'],
  [true, 'Plano,Frisco,McKinney,Allen', 'anywhere except dallas | anything but dallas proper'],
  [true, 'Dallas,Plano,Frisco,McKinney', 'anywhere besides allen'],
  [
    true,
    'Dallas,Plano,Frisco,McKinney,Allen',
    `
      anywhere | doesnt matter | doesnt matter to me | idc | dont care | all of them | any of those
      i dont have any preference | no pref | dont matter | honestly anywhere | anywhere works
      anywhere w good schools
    `,
  ],
  [
    true,
    'Plano,Frisco',
    `
      plano, or frisco if we have to | Plano or Frisco pls | both plano and frisco work
      plano first choice frisco second
    `,
  ],
  [
    true,
    'Frisco,Plano',
    `
      Frisco/Plano | frisco&plano | frisco-plano area | good schools so frisco or plano
    `,
  ],
  [
    false,
    'Plano',
    `
      my house is in plano | allen and i want to buy in plano | me and allen want to buy in plano | 3 bed plano
      not interested in dallas at all just plano | house in plano for sale?
    `,
  ],
  [
    false,
    'Frisco',
    `
      i own a house in frisco | moving to frisco | moving to frisco from plano | is the frisco house available
      my rental in frisco needs to go, sell it | frisco 4 bed 3 bath 600 | preapproved looking frisco
    `,
  ],
  [
    false,
    '',
    `
      i dont own a house in plano | i dont live in plano anymore | never lived in plano | never been to frisco
      i talked to dallas yesterday | dallas said hed call me | dallas is my brother | my son dallas
      my son allen is starting school | my husband allen | this is allen | allen here | hey its allen
      hi its allen from the bank | thanks allen | thx dallas | ask allen about it | spoke with allen at chase
      work with allen at the title company | my agent allen said wait | dallas cowboys game was crazy
      dallas mavs won | 1800 plano rd | 123 frisco st | 4500 dallas pkwy | at the frisco mall
      we were at the fair in dallas last weekend | had dinner in plano last night | stuck in traffic in dallas
      flying into dallas tomorrow | my flight to dallas is late | visiting dallas next week
      ate at a place in frisco | i work in dallas | got a job in dallas | my office is in plano
      parents live in mckinney | my mom lives in allen | kids go to school in frisco | went to frisco high
      dont show me anything in dallas | nothing in dallas | no dallas | we dont want dallas | wouldnt live in dallas
      i would never live in dallas | anywhere but dallas or plano | hi my name is allen and i want to sell
      this is allen with chase | my name's dallas | hey this is dallas from the open house
      im allen, looking to buy | allen told me to text you | got your number from allen | mr allen | mrs dallas here
      dr allen | my dog plano lol | dallas stars game tonight | watching the dallas game | at work in plano til 5
      stuck at the dallas airport | drive to dallas every day | we drive from dallas | grew up in mckinney
      born in dallas | from plano originally | used to live in frisco | we lived in allen 10 years
      been in plano for 20 years | we rent in plano | renting in frisco rn | living in allen now | i live in dallas
      1234 frisco ave | i saw a house on plano pkwy | off dallas north tollway | corner of plano rd and 635
    `,
  ],
  [
    false,
    'Dallas',
    `
      relocating to dallas for work | selling my condo in dallas | 2 bed condo downtown dallas
    `,
  ],
  [false, 'Plano,Allen,Frisco', 'looking in plano allen or frisco'],
  [
    false,
    'McKinney',
    `
      homes in mckinney? | i want to sell my house in mckinney and move to austin
    `,
  ],
  [
    false,
    'Allen',
    `
      anything in allen | i live in dallas want to move to allen | do you have listings in allen
    `,
  ],
  [false, 'Plano,Allen', 'dont want to be in dallas, plano or allen is fine'],
  [false, 'Dallas,Plano', 'dallas or plano but not allen'],
  [true, 'McKinney,Allen', 'mckinney/allen area'],
  [true, 'Frisco,Allen', 'either frisco or allen'],
];

describe.each(SAYINGS)('areas, asked %s: %j', (isAsked, areas, block) => {
  it.each(textsOf(block))('%s', (text) => {
    const context = { pendingQuestion: isAsked ? ('area' as const) : null, areas: AREAS, today: '2026-11-23' };
    expect(understandText(text, context).facts.areas.join()).toBe(areas);
  });
});
