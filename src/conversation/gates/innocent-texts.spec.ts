import { loadBusinessProfile } from '../../config/business-profile';
import type { OutgoingText, Truth } from './gate';
import { refuseUnfairHousing } from './fair-housing';
import { judgedText } from './judged-text';
import { refuseFalseClaims } from './true-claims';

const PROFILE = loadBusinessProfile('config/business.json');
const TRUTH: Truth = {
  // The agent points to this source, so Claude may.
  profile: { ...PROFILE, wording: { ...PROFILE.wording, help: ['See greatschools.org.'] } },
  answering: '',
  knownTexts: [
    'Tuesday afternoon, 30 to 45 days, 3 bedrooms with a master bath, pre-approved',
    'Christian Faith Jesus, a white building, corner of Church Street in Temple',
  ],
  isBooked: false,
  isHandedOff: false,
  previousReply: null,
};

function refusal(draft: OutgoingText): string | null {
  const judged = judgedText(draft, TRUTH.profile);
  return refuseUnfairHousing(judged, TRUTH) ?? refuseFalseClaims(judged, TRUTH);
}

/** Close to what fair housing forbids. */
const OF_HOMES = `
  What area are you looking in?
  Which area is best for you?
  Which areas are you most interested in?
  Plano sounds good. What is your budget?
  Dallas, Plano or Frisco?
  Are you looking to buy a home or to sell one?
  Is it a single family home or a condo?
  Does it have a family room?
  Three bedrooms with a master bath, got it.
  Is there a mother in law suite?
  Have you thought about the price?
  Where are you moving from?
  What has you looking to move?
  When are you expecting to move?
  Are you expecting to close this spring?
  I have a couple questions.
  Just a couple more questions about the home.
  Could you do it in the next couple of weeks?
  How old is the roof?
  How old is the home?
  Public sources such as greatschools.org or the police department's map can tell you about that.
  I can't rate schools. Public sources such as greatschools.org can help.
  I can't speak to schools or crime, but the local police department and greatschools.org can.
  I'm not able to rate schools, but greatschools.org has public data.
  Fair housing rules do not let me comment on that. Public sources can.
  For school information please look at official websites.
  Crime maps are on the police department's website.
  Hi Christian, which area are you looking in?
  Thanks Faith. What is your budget?
  Hi Jesus, Jorge's assistant here.
  The home is on Church Street, right?
  Is the white house on the corner yours?
  Does it have black appliances?
  That is great news. When can we talk?
  Good to know. What is your price range?
  Great. What price would make you sell?
  Is that a good time to talk about Plano?
  Is Tuesday good for a call?
  What is a good price for the home?
  What time is best for you?
  Which time works best for your schedule?
  A rough number is fine.
  Is the home move in ready, or does it need work?
  What would a buyer have to fix, if anything?
  Are you paying cash or getting a loan?
  What is the main reason you would sell?
  Sorry for your loss.
  Sorry about that.
  Do you need a garage or a yard?
  Gated community or no HOA?
  Is there a pool?
  Do you own the home?
  Is anyone else on the title?
  Who should Jorge ask for?
  Are you working with an agent?
  White Rock Lake or Uptown?
  Near the university or downtown?
  A home in Temple, got it.
  Is it on Race Track Road?
  Los Angeles or Las Colinas?
  Is it vacant?
  Are there tenants in the home?
  Does it face a busy road?
  What do you like about the home?
  Would 30 to 45 days work?
  I am an automated assistant.
  I can point you to a lender or a lawyer.
  Great, Plano it is. What is your budget?
  Perfect, Plano or Frisco?
  Nice, Dallas. How soon?
  Is Plano still your first choice?
  Are you set on Plano or is Frisco an option too?
  Are there other areas you like better?
  Is the home in good shape?
  Is the home in good condition in Plano?
  What is the best way to reach you in Dallas?
  Are you in an exclusive agreement with another agent?
  Is it pet friendly?
  Are you a first time buyer?
  Does Tuesday suit you?
  Is the living room white?
  A white building on the corner, right?
  Would you live there until it sells?
  Do you have a block of time on Tuesday?
  Is anyone else involved in the decision?
  Are you using a VA loan?
  What do you do with the home if it does not sell?
  Could you move by Christmas?
  Would you leave the appliances?
  No rush. Text me here anytime.`;

/** Claude would have to say it with other words: a prediction, somebody else, a word that the contact has not used. */
const OF_THE_PROFILE = `
  I can't say whether an area is safe. The police department's website has a crime map.
  It is safe to assume you want to sell soon.
  Better safe than sorry. Let's check the date.
  The kitchen is white, the roof is new.
  It sounds like selling may not be for you right now.
  That is a pretty complex question.
  You should ask a lawyer about that.
  A tax adviser would know.
  I don't have any listings to show by text.
  You will not get another text from us.`;

/** Close to a claim. */
const OF_CLAIMS = `
  What price would make you sell?
  What number would you say yes to?
  What is the lowest you would sell for?
  If your home sold in 30 to 45 days, would that be a problem for you?
  Would closing in 30 to 45 days be a problem, yes or no?
  What would a buyer have to fix, if anything?
  Are you paying cash or getting a loan?
  Are you pre-approved yet?
  Have you talked to a lender yet?
  Have you spoken with an agent?
  Are you working with an agent already?
  Do you have other offers?
  Has anyone made you an offer?
  Is the home in probate?
  Is it an FHA or a VA loan?
  Is the home on the market now?
  How long has it been on the market?
  Do you need to sell fast?
  Are you in a hurry to sell?
  No hurry at all.
  Do you need to sell first?
  Do you have to pay off a loan first?
  What do you think it is worth to you?
  What is a good price for you?
  Are you free this afternoon?
  Which time works for you?
  When should Jorge call you?
  Would you like Jorge to call you?
  Do you want me to have Jorge call you?
  Should I have Jorge call you?
  I can connect you with Jorge if you like.
  I am Jorge's assistant.
  This is Jorge's assistant.
  Hi, Jorge's assistant here.
  Yes, I am a bot, Jorge's automated assistant.
  I'm an AI assistant for Jorge's team.
  I'm an automated assistant, not a person.
  Yes, I am an AI assistant. Would you rather talk to a real person?
  I am not a licensed agent.
  I can't promise a price.
  I can't guarantee that.
  I can't make an offer by text.
  Nothing is booked yet.
  I have not booked anything.
  I can't give legal, tax or loan advice.
  A lender can answer that best.
  That is one for a lender or a lawyer.
  I can't quote rates.
  I noted that for Jorge.
  Got it, you want to sell.
  Great that you are pre-approved.
  Thanks. What is the main reason for the move?
  Is the home move in ready, or does it need work?
  What kind of home are you looking for?
  Do you have a home to sell?
  Is there a home you need to sell first?
  Are there other homes you have seen?
  How many homes have you seen?
  Does it have a pool?
  Have you seen anything you like?
  What are your must haves?
  I have a question about your home.
  I have a couple more questions.
  I saw your message.
  Let me confirm: you want to sell?
  Could you tell me more about the roof?
  When does your current listing expire?
  Do you have a deadline?
  Is it urgent?
  Sounds good. How soon?
  Happy to help. Which area?
  I can definitely help.
  That would be a problem?
  Should I close this out, or do you want to keep going?
  Text me here anytime.
  What would you do with the money?
  Who will handle the repairs?
  Is anyone living there now?
  Does Jorge have the address?
  Is the price firm?
  What will you do if it does not sell?
  How much do you owe on it?
  Do you have equity in it?
  What would you like to get for it?
  Would you leave the appliances?
  Public sources such as the police department's map can tell you about that.
  Sorry for your loss.
  One last question: how soon?`;

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('gates: innocent texts', () => {
  it.each(linesOf(OF_HOMES + OF_CLAIMS))('lets %p go', (text) => {
    expect([refusal({ text, author: 'claude' }), refusal({ text, author: 'wording' })]).toEqual([null, null]);
  });

  it.each(linesOf(OF_THE_PROFILE))('leaves %p to the profile', (text) => {
    expect([refusal({ text, author: 'claude' }), refusal({ text, author: 'wording' })]).toEqual([
      'states something that the contact has not said',
      null,
    ]);
  });
});
