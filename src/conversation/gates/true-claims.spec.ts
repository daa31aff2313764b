import { loadBusinessProfile } from '../../config/business-profile';
import type { Truth } from './gate';
import { judgedText } from './judged-text';
import { refuseFalseClaims } from './true-claims';

const TRUTH: Truth = {
  profile: loadBusinessProfile('config/business.json'),
  answering: '',
  knownTexts: [],
  isBooked: false,
  isHandedOff: false,
  previousReply: null,
};

const refusal = (text: string, truth: Partial<Truth> = {}) =>
  refuseFalseClaims(judgedText({ text, author: 'claude' }, TRUTH.profile), { ...TRUTH, ...truth });
const refusalOfWording = (text: string) =>
  refuseFalseClaims(judgedText({ text, author: 'wording' }, TRUTH.profile), TRUTH);

/** By reason; each line of a reason is one text. */
const REFUSED: Readonly<Record<string, string>> = {
  'says that something is booked': `
    You are booked for the call.
    Your appointment is scheduled.
    All confirmed!
    Your time is confirmed.
    I've got you down for the call.
    See you then!
    See you Tuesday.
    Talk to you then.
    I'll book that for you.
    I have scheduled the call.
    Let me book that.
    You're all set.
    It's on the calendar.
    I sent a calendar invite.
    I rescheduled it.
    The slot is reserved.
    We're locked in.
    Looking forward to meeting you.
    I can't promise a price but you're booked.`,
  'says that a person knows or will act': `
    Jorge will call you shortly.
    Jorge's going to reach out.
    Someone will be in touch soon.
    A team member will contact you.
    I've told Jorge.
    I let Jorge know.
    I'll let Jorge know.
    I'll have Jorge call you.
    I'm passing this to the team.
    I just notified the team.
    Let me check with Jorge.
    Let me connect you with Jorge.
    We'll get back to you.
    I'll follow up.
    I'll send you details.
    I'll look into it.
    You'll hear from us soon.
    Expect a call.
    He will text you.
    Jorge is calling you now.
    Jorge has been notified.
    A specialist will reach out.
    I've forwarded your message to Jorge.
    Our lender will contact you.
    I will get someone to call you.
    Jorge knows about this.
    They will be in touch.
    I have passed your info along to the team.`,
  'makes or hints at an offer': `
    We'll pay cash for it.
    We can offer a fair price.
    Jorge will make an offer.
    We buy houses.
    I can make you an offer.
    We would pay more than that.
    Would you take a cash offer?
    Our offer is ready.
    Jorge can buy it as is.
    We're ready to buy your home.
    We could pay what you owe.
    No fees, no commissions.
    We cover closing costs.
    I'll offer you a deal.
    Jorge would be happy to present an offer.
    A cash buyer will pay that.
    You get a free home valuation.
    There is a bonus for you.`,
  'names a value or speaks for the market': `
    Your home is worth a lot.
    It could sell for more.
    It would list at the top.
    Comps support that.
    Homes there are selling quickly.
    The market is hot.
    Home prices are going up.
    You could get top dollar.
    It's a seller's market.
    That home will sell quickly.
    It's a great deal.
    The average price is high.
    It should sell above asking.`,
  'speaks of homes that nobody has listed': `
    I found a home for you.
    I have a few homes that match.
    We have a great listing in Plano.
    Just listed in Frisco!
    There are several homes in your range.
    Check out this home.
    I'll show you some places. This home has a pool.
    There's a new listing.
    It has a large yard.
    I know of a place.
    There is a perfect match.
    It's a beautiful house: it features a new kitchen.
    Jorge has an off-market property.
    Here are some options.
    I pulled up some listings.
    An open house this weekend works.
    Here's a list of homes available now.
    We found your dream home.`,
  'guarantees something': `
    I guarantee it.
    It's guaranteed.
    I promise you a good price.
    There's no risk.
    It's risk-free.
    You will definitely sell.
    It'll definitely close.
    We'll get you approved.
    You'll get approved.
    You will qualify.
    We will sell your home.
    We can sell it.
    We'll get it sold.
    Jorge is the best agent.
    You'll love it.
    You'll save thousands.
    Jorge's the top realtor.
    You can't lose.
    I can't guarantee that. But I promise you will be happy.
    Trust me.
    He has years of experience.`,
  'passes the bot off as a person': `
    I'm a real person.
    I'm human.
    I am not a bot.
    No, not a robot.
    I'm Jorge.
    This is Jorge.
    Jorge here.
    Hi, Jorge here. Which area?
    It's Jorge.
    I'm your agent.
    I'm a licensed realtor.
    I'm the listing agent.
    You're talking to a real person.
    You are texting with Jorge.
    I am not an AI.
    I'm not just a bot.
    My name is Maria.
    I live in Dallas.
    In my experience sellers wait.
    My clients say so.
    I've sold homes.
    I'm driving right now.
    Call me.
    No bots here.`,
  'gives legal, tax or loan advice': `
    Rates are low right now.
    Interest rates are falling.
    You can deduct that.
    It is tax deductible.
    You'd owe capital gains.
    You should refinance.
    You can qualify with that.
    You could afford more.
    You should sue.
    You do not have to disclose it.
    A VA loan requires nothing down.
    The contract says so.
    Monthly payments would be lower.
    The down payment is small.
    You can back out.
    FHA is better.
    That's legal.
    Lenders usually want more.
    A 1031 exchange defers it.
    You can keep the deposit.
    I'd recommend waiting.`,
  'presses with false urgency': `
    Another buyer is interested.
    We have buyers waiting.
    Only today!
    It won't last.
    Act fast.
    Before it's too late.
    Don't miss out.
    Hurry, it goes fast.
    There are multiple offers already.
    Limited time.
    Someone else is looking.
    This is your last chance.
    Now is the time.
    I have a buyer for your home.
    It's the best time to sell.
    Spots are filling up.
    Don't wait.`,
};

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('gates: true claims', () => {
  it.each(Object.entries(REFUSED).flatMap(([reason, texts]) => linesOf(texts).map((text) => [reason, text] as const)))(
    '%s: %p',
    (reason, text) => {
      expect([refusal(text), refusalOfWording(text)]).toEqual([reason, reason]);
    },
  );

  it.each([
    ['You are booked for the call. Jorge will call you then.', { isBooked: true }],
    ['Jorge will call you within the hour.', { isHandedOff: true }],
    ["I've let Jorge know. Someone will be in touch.", { isHandedOff: true }],
  ])('lets %p go when it is true', (text, truth) => {
    expect([refusal(text), refusal(text, truth)]).toEqual([expect.any(String), null]);
  });

  it('does not take a handoff for a booking', () => {
    expect(refusal('You are booked for the call.', { isHandedOff: true })).toBe('says that something is booked');
  });
});
