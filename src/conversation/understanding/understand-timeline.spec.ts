import { casesOf } from '../../../test/support/texts-in';
import type { TextTable } from '../../../test/support/texts-in';
import { understandText } from '.';
import type { Question, Timeline } from '.';

/** Answers to the question about it. */
const ANSWERS: TextTable<Timeline> = {
  immediate: `
    asap!! | ASAP lol our lease is almost up | closing on the 30th so right after that | end of month | eom | in a
    couple weeks | two weeks tops | next week | this month | soon as we can | now | right now | today if i could
    haha | yesterday 😂 | ready now | im ready to go | faster the better | the quicker the better honestly | i can be
    out in 2 weeks | no we could leave tomorrow | immediately | like yesterday lol | as quick as possible | already
    sold our house so asap | 12/1 | asap rocky lol | ready to buy today | this weekend if you got something | asap
    paying cash | tomorrow if possible haha | quick | asappp | immediatly | next weekend | i close on mine friday`,
  '1_month': `
    we close on the 15th | we close on our house dec 15 | 30ish days | 4 weeks | within the next 3 weeks if possible
    | by mid december | before the 15th | our house closes december 18 | a month | within a month | less than a
    month | two or three weeks | closing on ours dec 12th | 3 to 4 weeks from now | couple weeks to a month | 20
    days | w/in 30 days | 3wks`,
  '2_months': `
    my lease runs out in 2 months | by eoy | end of year | before the end of the year | by years end | before xmas
    if possible | b4 christmas | right after new years | first of the year | in jan | january | mid january | 1/15 |
    couple months | cpl of months | 30-60 days | next month or two | start my new job jan 4 | 60 | 45 days | 60 days
    would be better | prefer 60 | no problem but not before january | hopefully in the next couple of months | like
    8 weeks | in about 45 days when our house closes | first week of jan | the week after christmas | 1-2 months |
    sixty days | in 2mths | next 30 to 60 days | two months from now | january works | mid january if we find one |
    our buyer wants us out by jan 10 | i have 60 days to find something | jan 3rd | our place is under contract
    closing jan 17 | we have to vacate by december 31 | last week of december | the 2nd week of january | my
    landlord gave me 60 days | lease up at the end of the year | by the end of decmber | in janurary | lets say 60
    days | before the 1st of the year`,
  '3_months': `
    lease ends in february | lease is up end of jan | feb 1st | 2/1/27 | by 1/31 | few months | a few mths out | 90
    days | less than 90 days | orders say report by feb 10 | mid feb ish | around valentines day | need at least 90
    days | id rather have 60-90 days | ideally before february | end of january at the latest | job starts feb 16 |
    3+ months | prolly bout 3 months fr | gotta b out by feb 1 | can i have till feb | gotta move by the end of jan
    my landlord sold | at least 3 months | my wife is due in feb so before that | 3 mo | 90 days give or take | 3
    months and preapproved already | within 2 to 3 months is ideal | closing on the sale of mine jan 30 | febuary |
    3 or so months | we have a closing date of feb 20 on our house`,
  '6_months': `
    early spring | springish | 6mo | 6 mnths | baby due in april so before that | wedding is in may so by then |
    before the baby comes in march | by easter | spring break | after tax season | id need like 6 months | we need
    till march | our apartment lease is up march 31st | maybe 4-5 months | half a year maybe | next spring probably
    | around march or april | our lease doesn't end until may | I would say within six months. | My lease expires at
    the end of April, so before then. | need 2 be in b4 march | roughly 3-4 months out | when my lease is up in may
    | we have until april to be out | the 1st of march | march first | preferably in the spring | Yes, we would need
    at least 4 months | no later than april 1 | next tuesday lol jk, maybe march | spring, job starts in april | 6
    months still saving for down payment | We would prefer to close sometime in late March or early April. | id like
    to be in before my lease ends march 1st | shooting for easter | my goal is by may | probably around easter time
    | march 2027 | not before march 1, 2027
    | march ideally but could do april | i'd say 5 months tops | not til i get my bonus in march`,
  '1_year': `
    lease up in june | our lease is up june 30 | no rush but before school starts | before the school year starts |
    b4 school starts in august | when school gets out | over the summer | this summer sometime | next fall | 6-12
    months | 9 to 12 mo | at least a year | about a year out | a year or so | year from now | we pcs in june | sept
    | hopefully by sept | not until summer | not before june | late summer | when the kids get out of school |
    before the kids start school in the fall | lease goes til august | thinking like a year | not for another year
    at least | six to nine months | like idk maybe summer?? | start of summer | beginning of june | 18 months or so
    | my husband gets out of the army in july | need until end of school year | we cant move til summer | once my
    lease is done in sept | prob like 10 months | the kids start school in august | wedding in october so after that
    | 1yr | Our target is to be moved in by Memorial Day | I'd like to move within the next year | We would need
    until the end of the school year | at the end of the school year | 6 months to a year | we'd need to be in by
    the time school starts | after graduation | wanna be settled before turkey day next year lol | prob a yr | last week of june 2027`,
  flexible: `
    month to month so whenever | couple years maybe | when we find the right one | whenever | no rush | no hurry |
    not in a hurry at all | were flexible | im flexible | no timeline really | just looking for now | were ready
    whenever the right house comes | im not in a hurry | no rush on our end | no real rush here | were not in any
    hurry | pretty flexible tbh | whenever something good comes up | month to month rn so no rush | honestly just
    browsing | when i find a place i like | No particular timeline, just seeing what is out there | no urgency |
    eventually | in 2 years when i retire | my apt is month 2 month so im open | i can move whenever | hopefully
    soon but no rush | no set date | Whenever the right home becomes available, we are in no hurry. | not anytime
    soon | i dont have a timeline | no specific date | just whenever i find the one | not in a rush but not dragging
    either | in june 2028 | by june 2028`,
  unknown: `
    soon | idk | depends | depends on when our house sells | after we sell ours | when my house sells | need to sell
    first | once the divorce is final | been here 10 years | been looking for 6 months | we've been renting for 3
    years | we moved here 2 years ago | yes | call me tomorrow | ill let you know next week | let me talk to my wife
    tonight | can i get back to u in a week | talk to you monday | out of town til thursday | at work til 5 | 3 |
    3-4 | by my birthday lol | whats realistic? | how long does it usually take | that depends on you guys | no clue
    | havent decided | still figuring that out | why whats the rush | hmm good question | let me check with my
    husband | ill text you tomorrow | can we talk tomorrow | in a meeting call you in an hour | i work weekends | my
    budget is 450 | frisco or plano | 3 bed 2 bath | we've been married 12 years lol | ive lived here my whole life
    | been thinking about it for 2 years | contingent on selling my house | would need a rent back | soonish | im
    off tuesdays | it took us 8 months last time | lived in plano for 6 years | hard to say | school break | depends
    on my job | depends on interest rates | been preapproved since june | i start work at 7 | meeting with my boss
    monday | it's been a long week | saw 3 houses last weekend | we have a 2 year old | we looked at one in march |
    i moved here 3 months ago | my kids are 3 and 5 | 10 minutes away | its been on zillow 90 days | thx for the
    info | can you send me some listings | what is available in plano | i like the blue one | no thanks not
    interested | i get the keys to nothing til i sell mine | my toddler is 2 years old | its a 20 min drive | we saw it in march 2026 | may 2025`,
};

/** Told while nothing was asked, or something else. */
const UNASKED: TextTable<Timeline> = {
  immediate: `
    asap | as soon as possible | hi yes im interested we need to sell asap my husband got a job in utah | cash and
    we can close in 2 weeks`,
  '1_month': `
    cash buyer, 3 bed in plano, need to close in 30 days`,
  '2_months': `
    looking to move in the next 2 months | gotta be out by jan 1 | relocating to tulsa in january, house is move in
    ready, looking for 410 | 400 and i need 60 days to move`,
  '3_months': `
    job relocation have to be in denver by feb 1`,
  '6_months': `
    in the spring maybe | we are downsizing and want to be out by march | my lease is up in march so i need a place
    in allen | thinking of selling in spring if we find a bigger place | looking to relocate from new york in the
    spring`,
  '1_year': `
    wanna be in by summer | preapproved w/ usaa looking to move by june for a new job | retiring to florida next
    summer | pre approved 450k need to be moved by june 1 | 400 but we dont need to move until august`,
  flexible: `
    downsizing no rush tho | not approved yet and no rush | im in no hurry at all, just wanna see whats out there`,
};

function timelineOf(text: string, pendingQuestion: Question | null, pendingWording: string | null = null): Timeline {
  const context = { pendingQuestion, pendingWording, areas: [], today: '2026-11-23' };
  return understandText(text, context).facts.timeline;
}

describe('understandText: timeline', () => {
  it.each(casesOf(ANSWERS))('asked for, "%s" is %s', (text, said) => {
    expect(timelineOf(text, 'timeline')).toBe(said);
  });

  it.each(casesOf(UNASKED))('"%s" is %s', (text, said) => {
    expect(timelineOf(text, null)).toBe(said);
  });
});
