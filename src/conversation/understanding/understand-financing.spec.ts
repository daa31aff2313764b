import { casesOf } from '../../../test/support/texts-in';
import type { TextTable } from '../../../test/support/texts-in';
import { understandText } from '.';
import type { Question, Financing } from '.';

/** Answers to the question about it. */
const ANSWERS: TextTable<Financing> = {
  cash: `
    cash only, no loan, im an investor | cash | paying cash | cash buyer | all cash | cash from the sale of our
    house | probably cash | we'll pay cash | cash, no loan | no loan needed | wont need a loan | no mortgage, we
    sold our house in cali | 💵 cash | selling our house first then cash | will be cash once we sell | cash $$$ |
    cash in hand | straight cash | we have cash | cash from selling our last home | ill be paying in cash | its a
    cash deal | cash no contingencies | paying outright | full cash | mostly cash | no loan, cash | cash offer |
    cash money lol | cash, waiting on my house to close | cash baby | hard cash | trust fund lol cash | we are
    selling stock to pay cash | cash and we can close in 2 weeks | We will be paying cash from the sale of our
    current home | all cash no contingencies | cash, proof of funds ready | no financing | dont need a mortgage |
    paying with cash from an inheritance | cash no mortgage | buying cash | no loan. cash`,
  pre_approved: `
    preapproval is good for 60 days | approved 2 weeks ago | pre approved | preapproved | pre-approved w/ chase |
    already preapproved w/ chase | loan, preapproved | loan and yes | loan, yes | loan. yes we are | loan, already
    approved | getting a loan yes im approved | loan and yes pre approved to 450 | mortgage, got the letter last
    week | got preapproval | i have a preapproval letter | prequalified | pre qualed for 400 | preaproved | pre
    approoved | per approved | preapprovd | approved | approved with rocket | yes with rocket mortgage | yes by
    wells fargo | were all set with a lender | got my preapproval from bank of america | i have preapproval thru
    navy fed | yes approved up to 525 | approved for half a mil | we qualified last week | yes thru my bank |
    pre-approval in hand | prequal only | We are pre-approved through Chase | Loan - pre-approved for 500k |
    financing, yes preapproved | financed. approved already | we r preapprovd w rocket mtg | conditionally approved
    | pre approved ✅ | PA letter in hand | got my letter | preapproved thru july | pre approved 450k need to be
    moved by june 1 | We have already been pre-approved by our credit union | yep approved for 480 with first united
    | we got approved last friday | i have approval | fully underwritten approval | approval letter for 390 | pre
    approvd by truist | got pre approved yesterday | i was told im approved for 350 | pre approved w my bank | loan
    officer says im good to 430`,
  needs_financing: `
    talking to the bank next week | meeting w lender monday | should be approved by friday | will be pre approved in
    2 weeks | not approved yet | not preapproved | havent been preapproved | havent gotten that far | havent started
    | havent applied yet | need to get preapproved | getting preapproved this week | working on getting approved |
    working on it | in the process | in process of getting it | waiting to hear back from lender | waiting on the
    bank | submitted my docs yesterday | talking to a lender tomorrow | need a lender | dont have a lender yet |
    loan | a loan | getting a loan | loan not approved yet | loan no | mortgage | finance | financing it | will be
    financing | bank loan | got denied | turned down twice | bad credit | my credit isnt great | fixing my credit
    first | preapproval expired need to renew | usda | loan but not sure which one | wish it was cash haha, getting
    a loan | cash for the down payment, loan for the rest | not prequalified yet | no preapproval | no i need to do
    that | nope. should i be? | not yet but credit is good | havent done that yet | havent looked into it | i need
    to talk to someone about a loan | gotta get with my bank first | loan probably | probably a loan | some kind of
    loan | mortgage i guess | we will finance | putting 20% down and financing the rest | with a loan from my credit
    union | not that rich, loan | sent in my application | applying this weekend | lender is running my credit | my
    lender is working on it | just waiting on my lender | it expired | we were but its expired | i got denied once |
    bankruptcy 2 years ago so working on credit | I'll be getting a mortgage, not pre-approved yet | No, we still
    need to talk with a lender. | mtg, not approved | gettin a loan, havent started | either one but prob loan |
    talked to a lender but nothing official | in the middle of getting approved | just started the process | our
    credit is rough rn | approval pending | need a new preapproval mine expired | in process w/ my bank | not there
    yet | my credit sucks | rebuilding my credit | just lookin rn not approved or nothing | idk yet probably loan |
    not approved yet and no rush | I have not yet spoken with a lender | loan but havent started | loan. waiting on
    approval | approval should come this week | i know i need to get preapproved | would like to get pre approved |
    preapproval in process | loan thru my job's credit union, not started | will get preapproved this month |
    looking into lenders | we'd be financing | waiting til jan to apply`,
  conventional: `
    30 yr conventional | conventional | conventional 20% down | conventional with 5 down | 20 percent down
    conventional | conventional loan`,
  fha: `
    fha | fha loan | fha probably | thinking fha | fha 3.5 down | gonna do fha`,
  va: `
    va loan | va | veteran so va | gi bill / va | va for sure | my husband has va benefits | We plan to use a VA
    loan | va no money down | VA eligible`,
  jumbo: `
    jumbo | jumbo loan probably`,
  unknown: `
    first time buyer so not sure how this works | either | both | depends on the house | idk | what do you mean |
    what is preapproved | does it matter | why do you need that | none of your business | call me | ok | ok cool |
    sure | im at work | working late tonight | let me talk to my husband | talk to my wife first | 450k | plano |
    what do i need for that | how much do i need down | is that required | do you do loans | can i do that online |
    tell me more | who do you recommend | what rates are you seeing | rates are too high | hmm let me think | ill
    let you know | ask me tomorrow | my wife handles that | not sure how it works | im not sure | under 450 | in
    frisco | hi | thanks | good morning | what's the difference | is one better | which is better cash or loan | do
    sellers prefer cash | does cash get a discount | ill figure that out later | thats private | can i look at
    houses first | i want to see houses first | how much is the down payment | my budget is 400 | not your concern |
    nobody | 720 credit | whats the minimum credit score | refinanced last year | whatever gets the best price |
    depends on rates | what do most people do | does jorge do loans | im flexible | the usual | too personal | house
    is for my daughter | can we see some first | plano or frisco | yes still looking | i already answered that | we
    have 2 dogs | no stairs please | not telling you that | no credit check please | depends on the place | no kids
    no pets | will do`,
};

/** Told while nothing was asked, or something else. */
const UNASKED: TextTable<Financing> = {
  cash: `
    cash buyer looking for deals | cash buyer, 3 bed in plano, need to close in 30 days | could do 450 cash | asap
    paying cash | around 450 cash`,
  pre_approved: `
    we're preapproved for 400k looking in plano | preapproved w/ usaa looking to move by june for a new job | 3
    months and preapproved already | frisco around 500 preapproved | been preapproved since june`,
  needs_financing: `
    looking to buy by summer, not preapproved yet`,
  fha: `
    425 with fha`,
  va: `
    500 va loan`,
};

function financingOf(text: string, pendingQuestion: Question | null, pendingWording: string | null = null): Financing {
  const context = { pendingQuestion, pendingWording, areas: [], today: '2026-11-23' };
  return understandText(text, context).facts.financing;
}

describe('understandText: financing', () => {
  it.each(casesOf(ANSWERS))('asked for, "%s" is %s', (text, said) => {
    expect(financingOf(text, 'financing')).toBe(said);
  });

  it.each(casesOf(UNASKED))('"%s" is %s', (text, said) => {
    expect(financingOf(text, null)).toBe(said);
  });

  it.each([
    ['yes', 'pre_approved'],
    ['yep all set', 'pre_approved'],
    ['yes sir', 'pre_approved'],
    ['already done', 'pre_approved'],
    ['we are', 'pre_approved'],
    ['i am', 'pre_approved'],
    ['sure am', 'pre_approved'],
    ['yes for 400', 'pre_approved'],
    ['yes last month', 'pre_approved'],
    ['yup got that done', 'pre_approved'],
    ['yep got it from uwm', 'pre_approved'],
    ['yes 450 w navy federal', 'pre_approved'],
    ['no', 'needs_financing'],
    ['not yet', 'needs_financing'],
    ['no not yet', 'needs_financing'],
    ['nope not yet but soon', 'needs_financing'],
    ['used to be but it expired', 'needs_financing'],
    ['soon', 'needs_financing'],
    ['nah not yet', 'needs_financing'],
    ['no i havent', 'needs_financing'],
    ['no sir not yet', 'needs_financing'],
    ['nope i should tho', 'needs_financing'],
    ['no but my credit is 780', 'needs_financing'],
    ['no, cash', 'cash'],
  ])('to "Are you paying cash or getting a loan? If a loan, are you pre approved yet?", "%s" is %s', (text, said) => {
    expect(
      financingOf(text, 'financing', 'Are you paying cash or getting a loan? If a loan, are you pre approved yet?'),
    ).toBe(said);
  });
});
