import { casesOf } from '../../../test/support/texts-in';
import type { TextTable } from '../../../test/support/texts-in';
import { understandText } from '.';
import type { Question, Motivation } from '.';

/** Answers to the question about it. */
const ANSWERS: TextTable<Motivation> = {
  divorce: `
    getting divorced | divorce | me and my husband are splitting | going thru a divorse | divorcing | we broke up
    and both on the title | separating | my husband and i are separating | getting a divorce unfortunately | ex is
    making me sell | divorce, need my own place | divorce. house needs paint. 45 days is fine. 380k | divorcing my
    husband | the ex wife wants her half | we split last year | she wants out lol divorce | splitting assets | my
    soon to be ex and i agreed to sell | selling cuz divorce and house needs a roof | My spouse and I are separating
    | ex moved out, cant carry it alone | split from my husband in august | my wife filed for divorce`,
  inheritance: `
    my dad passed in june | mom passed away in june and left us the house | my mother died | inherited from grandma
    | its my late fathers house | dads estate | its an estate | me and my siblings got it from our parents | my
    parents house, they both passed | grandma died and left it to us | settling my uncles estate | my dad passed
    last spring and its just sitting there | we inherited it and dont want it | its been in probate forever | My
    mother recently passed and I am handling her estate | Its part of a trust we inherited | dad left it to me and
    my brother | nana passed | grandparents house, we got it when they passed | my aunt willed it to me | 3 of us
    own it after mom died | we inherited it needs a ton of work want it gone fast | my dad died and the house just
    sits there needing repairs | The property was inherited from my grandmother | my brother and i inherited and
    cant agree | its my late wifes house | mother in law passed | its been in the family, gramps died | inheritance
    situation w my cousins`,
  financial: `
    lost my job in march | 3 months behind on payments | i been unemployed 6 months | behind on payments | cant
    afford it anymore | cant make the payments | bank is foreclosing | got laid off | i need the money | need cash |
    want to cash out | equity | taxes keep going up | property taxes are killing me | insurance doubled | hospital
    bills | debt | want to pay off my debts | the mortgage is eating us alive | too expensive to keep | going broke
    lol | payment went way up | market is high so want to cash in | im 4 months behind | about to lose it to the
    bank | mortgage is too much | cant keep paying this mortgage | medical bills piled up | i need the equity to
    start a business | want to get out of debt | husband lost his job | business went under | tax bill is insane |
    cant afford the house payment no more | struggling w the mortgage | got hit w medical debt | the bank is about
    to take it | behind 3 payments | lost my income | Property taxes have gotten out of hand | two mortgages is too
    much | cant swing the mortgage | note is 3 months past due | need to free up cash | got too much equity sitting
    there | fixed income now, cant keep it | We can no longer afford the payments | two car payments and a mortgage,
    im drowning | lots of credit card debt | trying to avoid foreclosure | cant pay the property taxes | home
    insurance went from 2k to 6k | house eats all my money | taxes`,
  downsizing: `
    too big for us now | kids are grown | its just the two of us now | we dont need this much space anymore | empty
    nesters | want something smaller | smaller place | cant keep up with the yard anymore | getting too old for the
    stairs | im 78 and this house is too much | want a one story | less maintenance | want to downsize | we're empty
    nesters now | all the kids moved out | youngest just left for college | we rattle around in this big house | im
    getting older and the upkeep is a lot | looking for a condo, less upkeep | want a smaller yard | my knees cant
    take the stairs | It's a lot of house for one person | Since the kids left it's way too big | dont need 4
    bedrooms no more | i cant mow this yard anymore | too much upkeep | just me and the dog in 4 bedrooms | big
    empty house | we're 70 and done with yardwork | empty nest | downsizing no rush tho | We are looking to downsize
    now that our children are grown | just the wife and i now | house has gotten too large for us | pool and yard
    are too much work | we only use half the house | want to go smaller | cant handle the upkeep`,
  upsizing: `
    just had a baby 2 months ago | moving my mom in so we need a bigger place | need more room | having another baby
    | third kid on the way | outgrew it | we need a 4th bedroom | too small | wife is pregnant | bigger house |
    house is too tight for 5 of us | running outta room | upgrading | need a bigger yard for the dogs | in laws
    moving in | need space | growing family | baby on the way | just had twins | need a home office | apartment is
    too small | need another bedroom for the baby | the family is getting bigger | we're busting at the seams | 3
    kids in a 2 bedroom aint working | moving up to something nicer | want a bigger kitchen and yard | need room for
    my parents | expecting in april | growing out of our apartment | we've got 4 kids in 3 bedrooms | not enough
    space for the 6 of us | baby #3 coming | parents are moving in with us need more room | need bigger | Need more
    space for the kids | triplets lol | no room for the baby | want a bigger one | kids are sharing rooms | we are
    pregnant!! | thinking of selling in spring if we find a bigger place | need more space, baby due in march | We
    need a larger home for our growing family | kids need their own rooms | kids need space | 5th baby lol | house
    is too small for all of us | baby on board lol need room | we're upgrading`,
  investment: `
    tenants lease ends in august | tired of being a landlord | tired of tenants | bad tenants | its a rental | its a
    rental property im done with it | selling off my rentals | 1031 | we flip houses | tenant just moved out so good
    time to sell | dont want to deal with renters anymore | its an investment property | buying a rental | investing
    | investment | rental ive had for years, done with tenants | tenant wont pay | cashing out my rentals | getting
    out of the landlord business | doing a 1031 exchange | bought it to flip | to rent out | looking to flip |
    another property for my portfolio | its a rental ive got 5 of them | done being a landlord | flipped it |
    getting rid of my airbnb | tenants are a headache | section 8 tenants trashed it | it was always a flip |
    portfolio cleanup | renters tore it up | I would like to purchase an investment property | my tenants lease is
    up and i want out | its a duplex i rent out | bought it as an investment | rental isnt cash flowing | sick of
    being a landlord | last tenant wrecked it | its an airbnb that flopped`,
  relocation: `
    my job is moving me to phoenix | got a job in houston | hubby got a promotion in tampa | company is transferring
    me | moving to florida | moving to be closer to my daughter | want to be closer to grandkids | going back home
    to ohio | heading back to cali | were leaving texas | moving out of state | pcsing to hawaii | getting stationed
    elsewhere | new job in dallas | relocating for my husbands job | work | my job | job | to be near family |
    shorter drive to work | moving to virginia va | im moving to arkansas to be with my kids | work is sending me to
    san antonio | my wife got a new job out of state | we're going to florida | gonna buy in tennessee | we want to
    be near our son in kansas | got a job at the hospital in plano | transferring with raytheon | coming from
    california | getting out of cali | military move | closer to the grandkids | We want to be closer to our
    grandchildren in Georgia. | I have accepted a position in Kansas City | My company is relocating its HQ | moving
    bk home to be w my mom | wife got orders to fort bragg | Relocation | New job | closer to my office | my commute
    is an hour | got a new gig in nashville | job took me to houston 6 mos ago | going overseas | work transfer |
    husbands job moved us | gotta be closer to mom | retiring to florida next summer | job relocation have to be in
    denver by feb 1 | job transfer from ohio starting january | I am being transferred to another state for work |
    hubby got stationed at carswell | leaving the country | moving w my boyfriend to miami | wanna be near my sister
    | my husband got deployed | moving to be w my fiance in denver`,
  other: `
    we got married in may | medical reasons | neighborhood is going downhill | crime | hate my neighbors | just
    ready for a change | new chapter | getting married | tired of the hoa | too much traffic | house needs too much
    work | we already bought another house | tired of renting | sick of throwing away money on rent | rent keeps
    going up | want to own | want to build equity | lease is ending | landlord is selling | getting kicked out,
    landlord selling the place | better schools | just got married | just want a fresh start | just remarried and we
    have 2 houses | dont like the area anymore | too many bad memories | health | we bought land and are building |
    time for something new | change of scenery | hoa is a nightmare | noisy street | airport noise | my wife wants a
    pool | my landlord wont renew | renting is a waste | we hate our apartment | tired of living with my in laws |
    moving in with my girlfriend | want my own place | its time to stop renting | bought another one already | just
    tired of it | safety | my partner and i want a fresh start | bored of dallas | better school district | We are
    newlyweds | our rent went up 300 | landlord sold the house we rent | want to stop paying someone elses mortgage
    | schools | a place of my own | dont want to rent anymore | neighbor from hell | bf and i are moving in together
    | need a change | dog needs a yard lol | paying 2600 in rent is dumb | i want to travel | weather | hubby had a
    heart attack needs less stress | the neighborhood has changed | renting sucks | cheaper than rent | tired of
    apartments | my neighbors are crazy | its sitting empty`,
  unknown: `
    i dont want to sell | not selling | not really sure | just curious | just seeing what its worth | wanted to see
    what i could get | curious what its worth | what would you offer | make me an offer | depends on the offer |
    maybe if the price is right | if the price is right | for the right price | personal reasons | its personal |
    long story | its complicated | lots of reasons | a few reasons | why | why does it matter | who is this | none
    ya | idk | nothing | no reason | yes | yes i do | yes i want to sell | i might | thinking about it | we are
    considering it | i already told you | hold on | give me a sec | im at work | at work, text you later | driving |
    in a meeting | call me | can you call me | lets talk tomorrow | talk to my husband | let me ask my wife | let me
    think about it | ill get back to you | its on elm street | 1420 oak hollow dr | its a 3 bed 2 bath in plano |
    its in allen | house is in great shape | about 450 | 450k | asap | need to sell fast | as soon as possible | how
    much is it worth | sounds good | thank you | lol | haha no | good question | thats none of your concern | mind
    your business | just because | jorge told me to text | i got your letter in the mail | saw your sign | how did
    you get my number | im the owner | my name is dave | this is maria | still deciding | have not decided yet |
    undecided | want to sell | selling my house | wife wants to | not sure if i am | i'm not | im not thinking about
    selling | who said i was selling | are you a realtor | what makes you think im selling | just want to know the
    value | just fishing | seeing what offers i get | everything has a price | id sell for the right number | how
    much you paying | whats the offer | cash offer? | are you a cash buyer | you called me | you tell me | does it
    matter | thats private | reasons lol | ive got my reasons | what was the question | in a minute | brb | later |
    at the gym | picking up the kids from school | at my kids game | cooking dinner | just got home from work | on a
    work call | hold please | good morning | thanks for reaching out | yes im interested | house has 4 beds and a
    pool | its at 1420 oak | roof is 5 years old | 425 | i want 425 for it | sold it already | already listed with
    an agent | its not for sale | maybe next year | in the spring maybe | just looking | just seeing whats out there
    | want to buy a house | looking for a house | to live in | a 3 bed in frisco | I would rather not discuss that |
    Who wants to know? | I'm not selling my house | Not at this time | Maybe down the road | just wondering what its
    worth | How much can you get me for it? | need an estimate first | are you gonna make an offer or what | cuz you
    keep texting me | cuz i want to | because | timing | no clue lol | ok what do you need | one sec im driving | im
    at lunch | just woke up | which house | which property are you talking about | the one on maple or the other one
    | I have 2 houses which one | hi this is tom | yes still interested | we spoke last week | i filled out the form
    | send me an offer by email | my email is bob@x.com | 3 bed 2 bath 1800 sq ft | no agents please | is this jorge
    | why not lol | not thinking about it | ur text | you texted me so | im just the tenant | i rent here | its my
    brothers house not mine | ask my wife | just got your text | same reason as everyone lol | do i need a reason |
    hmmm | what do you think | whats it to ya | gimme a number first | depends how much | if i get my price | only
    if i get 500 | im listening | go on | ok im ready | sell it | ready to sell | im at the dentist | cant talk now
    | sorry been sick | its raining here | got kids screaming hold on | kids are in bed finally, whats up | working
    til 6 | you again | sorry was at my sons game | lost the bidding war on another house | I prefer not to say | We
    are simply exploring our options | I'm not sure we want to sell | I would rather talk on the phone | you first |
    nothing in particular | no particular reason | who told you im selling | thinking out loud | not your problem |
    can i get a valuation | i have a lot going on | stuck in traffic hold on | in class | watching the game | kids
    got practice ttyl | just ate | talk later im with a customer | im at the lake call u monday | at my moms house
    rn | on vacation in florida | my wife is at work ill ask her | hows the weather there | got a baby crying call
    me later | yes maybe | sure | go cowboys | ha | maybe, whats your offer | what have other homes sold for | im in
    the shower lol | at church | at a funeral | eating dinner w family | taking my dog to the vet | kids sick today
    | on my way to work | waiting for my wife to get home | moving some furniture rn call later | happy friday | ok
    lets talk | sure go ahead | it has 3 bedrooms | its a duplex | built in 1990 | near the hospital | in mckinney
    by the lake | yes i own it | who gave you my info | are you with keller williams | not really thinking about it
    tbh | saw ur ad | i have a question first | is this about the house on 5th | cant rn im w a client | at the doc
    with my mom | who else do you work with | 3k sqft on an acre | hard pass | working out brb`,
};

/** Told while nothing was asked, or something else. */
const UNASKED: TextTable<Motivation> = {
  divorce: `
    going through a divorce and need to sell my house | whatever pays off my divorce attorney lol`,
  inheritance: `
    inherited a house in plano, want to sell | selling my moms house, she passed in may, needs a roof, want 300`,
  financial: `
    foreclosure auction is jan 5`,
  downsizing: `
    we are downsizing and want to be out by march`,
  upsizing: `
    my house is too small, need something bigger in frisco`,
  investment: `
    cash only, no loan, im an investor | looking for an investment property`,
  relocation: `
    moving from seattle for a job at toyota | relocating to tulsa in january, house is move in ready, looking for
    410 | preapproved w/ usaa looking to move by june for a new job | hi yes im interested we need to sell asap my
    husband got a job in utah | looking to relocate from new york in the spring`,
  unknown: `
    im in florida til next month | 400 max my payment cant go over 3k | we can afford 500 | cant afford more than
    350 | between 300 and 350 depending on taxes | wednesday after work | i get off work at 5 | after my kids school
    thing`,
};

function motivationOf(
  text: string,
  pendingQuestion: Question | null,
  pendingWording: string | null = null,
): Motivation {
  const context = { pendingQuestion, pendingWording, areas: [], today: '2026-11-23' };
  return understandText(text, context).facts.motivation;
}

describe('understandText: motivation', () => {
  it.each(casesOf(ANSWERS))('asked for, "%s" is %s', (text, said) => {
    expect(motivationOf(text, 'motivation')).toBe(said);
  });

  it.each(casesOf(UNASKED))('"%s" is %s', (text, said) => {
    expect(motivationOf(text, null)).toBe(said);
  });
});
