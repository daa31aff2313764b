import { loadBusinessProfile } from '../../config/business-profile';
import { refuseUnfairHousing } from './fair-housing';
import type { Author } from './gate';
import { judgedText } from './judged-text';

const PROFILE = loadBusinessProfile('config/business.json');

function refusal(text: string, author: Author = 'claude', answering = ''): string | null {
  const truth = {
    answering,
    profile: PROFILE,
    knownTexts: [],
    isBooked: false,
    isHandedOff: false,
    previousReply: null,
  };
  return refuseUnfairHousing(judgedText({ text, author }, PROFILE), truth);
}

/** By reason; each line of a reason is one text. */
const REFUSED: Readonly<Record<string, string>> = {
  'speaks of safety or crime': `
    Plano is a safe area.
    It's one of the safest cities in Texas.
    You'd feel safer there.
    That neighborhood is low-crime.
    There is not much crime in Frisco.
    Crime rates are low there.
    Safety matters, and Allen has it.
    That part of town can be dangerous at night.
    It is a bit sketchy over there.
    The area is unsafe.
    It's on the safe side of town.
    I'd skip that street, too many break-ins.
    You can safely walk at night.
    I can't recommend this safe neighborhood highly enough.
    I can't say enough about how safe Plano is.
    I can't comment on schools, but Plano is very safe.
    I cannot speak to crime and Plano is safe.
    I can't tell you how safe it feels there.
    The police department's map shows low crime in Plano.`,
  'speaks of schools': `
    The schools are excellent.
    Top rated schools nearby!
    It's in a great school district.
    Do you need to be close to schools?
    Frisco ISD is rated 9 out of 10.
    It has highly ranked elementary schools.
    Which school district do you prefer?
    I can't say enough good things about the schools.
    I can't rate schools but these schools are great.
    Greatschools.org gives the schools there a high mark.
    There's a daycare around the corner.
    Public sources say the schools are the best in Texas.`,
  'speaks of family or children': `
    It's family-friendly.
    Great for families!
    How is your family doing?
    Do you have kids?
    How old are your kids?
    It's great for kids.
    Perfect spot for children to play.
    Perfect for a young couple.
    Are you married?
    What does your wife think?
    Is your husband on board?
    Congrats on the baby!
    Are you expecting a baby?
    How big is your family?
    Are you planning to start a family?
    How many people will be living there?
    Who else will be living with you?
    Is it just you or a bigger group?
    Sorry about the divorce.
    No children please.
    Ideal for newlyweds.
    Are you single?
    Do you live alone?
    Perfect for single professionals.
    A nursery would fit there.
    Is your mom moving in too?
    A home to raise your daughters in.
    Your growing family will need more rooms.
    Will you need space for in-laws?
    Is anyone joining you?
    Is it for your household?`,
  'speaks of age': `
    Perfect for empty nesters.
    An adult community.
    It's a 55+ community.
    55 and older only.
    A real bachelor pad!
    Are you retired?
    Great spot for retirees.
    Lots of young professionals live there.
    A mature crowd.
    How old are you?
    What is your age group?
    It is senior living.
    An age restricted building.`,
  'speaks of religion': `
    Walking distance to church.
    It's a Christian community.
    Close to the synagogue.
    Many Jewish residents there.
    Is there a mosque you want to be near?
    What religion are you?
    God bless you.
    Near the temple.
    Do you go to church?
    Good Christian values.
    We'll pray for you.
    There's a kosher market.`,
  'speaks of race, color or national origin': `
    It's an integrated neighborhood.
    The demographics are desirable.
    A diverse community.
    A mostly white neighborhood.
    It's a Hispanic area.
    Lots of Asian residents.
    Black people live there.
    What country are you from?
    Where are you from originally?
    Where were you born?
    Are you Mexican?
    Is English your first language?
    Do you speak English at home?
    I love your accent.
    Are you a US citizen?
    Do you have a green card?
    What's your nationality?
    Up and coming, it is being gentrified.
    It's near Chinatown.
    What race are you?
    A multicultural part of town.
    Few minorities live there.
    There are many immigrants.
    There's a growing Indian population.
    Your name sounds Italian.
    Your English is great.`,
  'speaks of sex or orientation': `
    Are you a man or a woman?
    It has a man cave.
    A gay neighborhood.
    Popular with the LGBTQ crowd.
    Females preferred.
    Perfect as a woman living by herself.
    What's your gender?`,
  'speaks of disability or health': `
    Are you disabled?
    Do you have a disability?
    Must be able-bodied.
    Do you need it wheelchair accessible?
    Can you climb stairs?
    Is it a handicap home?
    Sorry to hear you are sick.
    Do you have any medical conditions?
    How is your health?
    No mental illness.
    Is that a service animal?
    Are the stairs a problem? We have mobility help.`,
  'speaks of the source of income': `
    No Section 8.
    Do you have a voucher?
    We don't take section eight.
    Are you on welfare?
    It is low income housing.`,
  'says who a home or an area suits': `
    It's perfect for first time buyers.
    It is good for anyone.
    A great place for people who work downtown.
    It appeals to busy professionals.
    Great for everyone!
    You'd have quiet neighbors.
    The neighbors are lovely.
    You would fit right in.
    It's the right kind of people.
    People like you love it there.
    A wonderful place to live.
    A great place to settle down.
    Ideal for professionals.
    Frisco would suit you.
    You'd be happy in Allen.
    You would feel right at home.
    You can't go wrong with Frisco.
    Mostly owners live there.
    Quiet neighbours.`,
  'calls an area good or bad': `
    Plano is a great choice.
    Frisco is nice.
    It's an exclusive area.
    It is a bad area.
    That's a good neighborhood.
    A really nice, quiet street.
    It is in a desirable location.
    The area is very popular.
    You will love Plano.
    I'd stay away from that side.
    A prestigious address.
    That's a lovely part of Dallas.
    It is very quiet there.
    A peaceful place.
    There's a strong sense of community.
    The area is going downhill.
    Homes are great in Plano.
    It's on the good side of town.
    Plano might be a better option.
    It's an established neighborhood.
    The area skews older.
    It has a nice vibe.
    McKinney has a great reputation.
    I would live there.
    That's a rough part of town.
    Dallas and Plano are both wonderful.
    The neighborhood feels upscale.
    Tight-knit, too.`,
};

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('gates: fair housing', () => {
  it.each(Object.entries(REFUSED).flatMap(([reason, texts]) => linesOf(texts).map((text) => [reason, text] as const)))(
    '%s: %p',
    (reason, text) => {
      expect([refusal(text), refusal(text, 'wording')]).toEqual([reason, reason]);
    },
  );

  it('cannot judge Spanish: Claude must not write it, the agent answers for the own wording', () => {
    const text = 'Hola, que zona busca para su casa?';
    expect(refusal(text)).toBe('is not in English, which is all that the gates can read');
    expect(refusal(text, 'wording')).toBeNull();
  });

  it.each([
    ['Is Plano safe?', 'speaks of safety or crime'],
    ['how are the schools there', 'speaks of schools'],
    ['Hi! are there many families in Allen', 'speaks of family or children'],
    ['I want to know if it is a good neighborhood', 'calls an area good or bad'],
    ['is plano nice', 'rates an area'],
    ['We have 2 kids. Is there a good school nearby?', 'speaks of schools'],
  ])("leaves the answer to %p to the profile's wording", (answering, why) => {
    expect(refusal('It is! What is your budget?', 'claude', answering)).toBe(`answers a question that ${why}`);
    expect(refusal('It is! What is your budget?', 'wording', answering)).toBeNull();
  });

  it.each([
    'We have 2 kids and want 4 beds.',
    'We have 2 kids. Do you have something in Plano?',
    'Is Plano in your area?',
  ])('lets Claude answer %p', (answering) => {
    expect(refusal('Got it. What is your budget?', 'claude', answering)).toBeNull();
  });
});
