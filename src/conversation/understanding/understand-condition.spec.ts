import { casesOf } from '../../../test/support/texts-in';
import type { TextTable } from '../../../test/support/texts-in';
import { understandText } from '.';
import type { Question, PropertyCondition } from '.';

/** Answers to the question about it. */
const ANSWERS: TextTable<PropertyCondition> = {
  move_in_ready: `
    move in ready | ready to move in | turnkey | its ready | good | its good | pretty good shape | great condition |
    excellent | perfect condition | like new | built in 2022 so like new | brand new | fully remodeled | just redid
    everything | all updated in 2020 | updated kitchen and baths, new floors | new roof new hvac new windows | well
    kept | very clean, well maintained | nothing needs to be done | doesnt need anything | no work needed | nothing
    wrong with it | no repairs needed | nope nothing | 9/10 | 10 | 8 out of 10 | we remodeled 2 years ago |
    remodeled kitchen last year | move in ready!! | yep ready to go | yes ready | id say its move in ready | very
    nice | really nice | beautiful home | immaculate | spotless | pristine | 8.5 | new everything | everything is
    new | its good to go | its fine | It's in very good shape for its age | The house has been completely renovated.
    | We replaced the roof and the HVAC last year | just had it inspected no issues | better than new | Move-in
    ready. | definitely move in ready | all major systems are new | great. remodeled top to bottom | 10/10 would
    live here again | i'd give it an 8 | pretty turn key | fresh paint, new carpet | its clean | clean and ready |
    good shape and 425 would do it | move in ready we can close anytime | It is in excellent condition, recently
    updated throughout | everything updated | real nice | super clean | yessir turnkey | excellent shape!! new
    everything | we fixed it all up`,
  minor_work: `
    7/10 | 6 | its dated but clean | dated | a little dated | outdated but solid | original kitchen from the 80s |
    needs paint and carpet | just paint | could use new carpet | some touch ups | needs cosmetic stuff | a few minor
    things | couple small repairs | little bit of work | needs some work | needs a bit of work | needs a little tlc
    | ok shape | decent | average | its alright | fair | livable | almost | in between | bit of both | needs new
    appliances | countertops are old and needs paint | back fence needs replacing thats it | maybe some landscaping
    | just the carpets | a couple cracked tiles | deck needs stain | bathroom needs updating | kitchen needs
    updating | needs new flooring and paint throughout | just needs a coat of paint | few dings in the walls but
    otherwise solid | it could use a refresh | needs a little love | minor stuff | small things here and there | the
    carpet is pretty worn | walls need paint | paint and floors and its good | windows are drafty | popcorn ceilings
    and wallpaper | clean but outdated | solid house just outdated | great bones needs cosmetic work | 6 or 7 out of
    10 | like a 5 | kind of | its okay i guess | Mostly good, needs some paint. | Needs updating | carpet needs to
    go | kitchens old | its livable | its got some wear | cosmetic only | decent shape | it is move in ready minus
    paint | needs a lil tlc | brand new kitchen the rest is original | solid 7 | needs carpet, paint, and a fridge |
    a few scuffs | not perfect but not bad | windows need replacing | kinda both | so so | meh | needs carpet, id
    take 390 | It needs some cosmetic updating but is otherwise sound | great except the kitchen is old | needs
    elbow grease | deep clean and paint | a few years behind on updates | kitchen redone 2 yrs ago bathrooms need it
    | somewhat | house is ok needs paint here and there | decent just needs updating | its nice but the kitchen is
    dated | needs windows | you'd want to redo the kitchen | a handful of small repairs | i would say average
    condition | foundation's good, needs paint | bit dated, roof's newer | ehh 6.5`,
  major_work: `
    3/10 lol | needs work | it needs work | needs a lot of work | needs alot | needs everything | fixer upper | its
    a fixer | tear down | rough | its rough | pretty rough ngl | bad | terrible shape | its a mess | its trashed |
    tenants destroyed it | needs a new roof | roof is leaking | foundation problems | has foundation issues | needs
    foundation work | ac is out | hvac is shot | plumbing is bad | had a fire | water damage in the ceiling |
    flooded last year | mold | black mold in bathroom | hoarder house | no kitchen lol | half finished remodel | not
    livable | gutted | down to the studs | no it needs work | i told you it needs work | roofs bad, everything else
    ok | honestly its a dump | it needs a good bit of work | needs work for sure | old ac and old roof | slab leak |
    cracks in the foundation | foundation is cracked | kitchen was gutted never finished | its been vacant 3 years
    and needs everything | needs lots of tlc | Could use a new roof but otherwise fine. | needs a complete overhaul
    | roof needs replacing and some wood rot | both ac units are shot | needs plumbing | electrical isnt up to code
    | burned down lol | needs 50k in work | needs mad work | flippers special | structural issues | roof got hail
    damage | hail damage | termites | needs roof foundation everything | its junk | The home needs significant
    repairs, including the foundation | new paint new floors still needs a roof | roof is shot but rest is updated |
    leaky roof | sewer line collapsed | bones are good rest is bad | bad shape | pretty beat up honestly | broken ac
    and some rotted wood | honestly pretty bad | perfect lol jk needs a lot | the roof's shot | needs to be gutted |
    needs hvac`,
  unknown: `
    bought it in 2015 | built in 98 | its 40 years old | idk | not sure | depends | depends who you ask | depends
    what you call work | you tell me lol | come see it | come look at it | i can send pics | want me to send
    pictures | its vacant | tenants are in it | tenant occupied | its a 3/2 | 4 bed 2 bath brick | 1800 sq ft |
    built in 1985 | it has a pool | corner lot | call me | im at work | let me ask my husband | whats considered
    work | what counts as move in ready | what do you mean | why | why do you ask | sounds good | good morning |
    good question | ok | ok thanks | great thanks | nice talking to you | good talking to you | fine whatever | i
    already told you | havent been inside in years | i dont know havent seen it | the last owner did some stuff |
    ill let jorge decide | 500k | new in town | working on it | has good tenants | maybe | what do u consider move
    in ready | are you buying it or listing it | do you need to see it | can i send pictures instead | when can you
    come look | i'll send you a video | its on zillow | you can see it on google | google it | my tenants would know
    | i live out of state so not sure | ok sounds great | thanks great talking | nice to meet you | new number by
    the way | sorry was at work | im good thanks | why does condition matter | i need to sell it fast | 30 days is
    fine | 450 firm | 3 bed 2 bath 1800 sqft in allen | no hoa | no pool | doesnt have a garage | has a garage and a
    big yard | no mortgage | is that important | whatever you see on zillow | im not a contractor lol | thats
    subjective | that depends | you want to come by and look | i already sent pics | tenant is in there til june |
    sorry driving | and ill need a place to rent | 2000 sqft 2 story brick | got a new puppy lol | hows the market |
    ehh | hmm | what would you fix | should i fix it first | can you buy as is | do you buy ugly houses | have you
    seen it | drive by and see | 3rd bedroom is an office | the dog is friendly | it has solar panels | hoa does the
    lawn | good schools nearby | great location | nice neighborhood | good neighbors | on a quiet street | perfect
    for a family | 400k and its yours | still living in it | Could you clarify what you mean | I am not sure how to
    answer that | Please call me to discuss | all of the above lol | depends on your standards | my opinion is
    biased | you should come walk it | i can facetime you | photos are online | tenant wont let us in | thats a
    loaded question | ive got a good realtor friend | nice day today | good luck with that | new job keeps me busy |
    some guy already came out | i work nights | need to ask my brother | house is paid for | want to see pics? | the
    yard is huge | it's next to a park | dogs live here lol | kitchen faces the street | 3 car garage | i dont want
    realtors walking through | not until we agree on price | why are you asking so many questions | give me a call |
    ready to hear your offer | good afternoon | great thank you | not telling til you see it | thats up to you | ok
    let me get some pics | idk im not there much`,
};

/** Told while nothing was asked, or something else. */
const UNASKED: TextTable<PropertyCondition> = {
  move_in_ready: `
    house is in great shape | its move in ready and vacant | 450 its fully updated | relocating to tulsa in january,
    house is move in ready, looking for 410 | 500 because its fully remodeled | no problem its vacant and move in
    ready`,
  minor_work: `
    divorce. house needs paint. 45 days is fine. 380k`,
  major_work: `
    my house needs a new roof and id sell | selling a fixer in dallas | selling my moms house, she passed in may,
    needs a roof, want 300 | 350 as is, needs a roof | section 8 tenants trashed it | renters tore it up | selling
    cuz divorce and house needs a roof | we inherited it needs a ton of work want it gone fast | nope thats fine but
    it needs a lot of work | 400 and its as is, roof is bad | last tenant wrecked it`,
  unknown: `
    i need work | updated kitchen is a must | dont want a fixer upper | prefer move in ready`,
};

function conditionOf(
  text: string,
  pendingQuestion: Question | null,
  pendingWording: string | null = null,
): PropertyCondition {
  const context = { pendingQuestion, pendingWording, areas: [], today: '2026-11-23' };
  return understandText(text, context).facts.propertyCondition;
}

describe('understandText: propertyCondition', () => {
  it.each(casesOf(ANSWERS))('asked for, "%s" is %s', (text, said) => {
    expect(conditionOf(text, 'condition')).toBe(said);
  });

  it.each(casesOf(UNASKED))('"%s" is %s', (text, said) => {
    expect(conditionOf(text, null)).toBe(said);
  });

  it.each([
    ['yes', 'move_in_ready'],
    ['yes it is', 'move_in_ready'],
    ['yes move in ready', 'move_in_ready'],
    ['yea its nice', 'move_in_ready'],
    ['first one', 'move_in_ready'],
    ['yes just painted', 'move_in_ready'],
    ['yes its ready now', 'move_in_ready'],
    ['yes it needs work', 'major_work'],
    ['the second', 'major_work'],
  ])('to "Is the home move in ready, or does it need work?", "%s" is %s', (text, said) => {
    expect(conditionOf(text, 'condition', 'Is the home move in ready, or does it need work?')).toBe(said);
  });

  it.each([
    ['nope', 'move_in_ready'],
    ['nothing', 'move_in_ready'],
    ['nothing really', 'move_in_ready'],
    ['not a thing', 'move_in_ready'],
    ['not that i know of', 'move_in_ready'],
    ['cant think of anything', 'move_in_ready'],
    ['nothing i know of', 'move_in_ready'],
    ['everything', 'major_work'],
    ['the roof', 'major_work'],
    ['roof and ac', 'major_work'],
    ['a lot', 'major_work'],
    ['foundation and plumbing', 'major_work'],
    ['maybe paint', 'minor_work'],
    ['flooring', 'minor_work'],
    ['kitchen', 'minor_work'],
    ['maybe the fence', 'minor_work'],
  ])('to "What would a buyer have to fix, if anything?", "%s" is %s', (text, said) => {
    expect(conditionOf(text, 'condition', 'What would a buyer have to fix, if anything?')).toBe(said);
  });

  it.each([
    'needs a fenced yard',
    'nothing that needs a lot of work',
    'about 500, less if it needs work',
    'my credit needs work',
  ])('a buyer says nothing of a house of theirs: "%s"', (text) => {
    const asked = (['area', 'budget', 'financing'] as const).map((question) => conditionOf(text, question));
    expect(asked).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
