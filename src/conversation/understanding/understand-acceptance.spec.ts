import { textsIn } from '../../../test/support/texts-in';
import { understandText } from '.';

const NO_PROBLEM = `
    nope | no | nah | no problem | no prob | np | no problem at all | not a problem | wouldnt be a problem | that
    works | that would work | works for me | that's fine | fine w me | thats perfect | sounds good | id love that |
    not at all | not really | nope thats great | nope id be happy | no thatd be ideal | no issue here | no issues |
    that'd be awesome | faster the better | the quicker the better honestly | could do 30 | 30 is fine 45 is better
    | no we could leave tomorrow | might be tight but doable | its a little tight but ok | we could make it work | i
    can make that work | we'd manage | shouldnt be an issue | dont think so | i dont think so | probably not | not
    that i can think of | dont see why it would be | i guess not | no were already packed | no its vacant | no i
    want it gone | perfect timing actually | would be great | not for me | not a problem just need a place to go |
    no problem but not before january | that works great | fine | not at all. ready to go | nope we're good | no
    thats actually ideal | 30 days would be great | 45 works better for me | no i can stay with my sister | nope got
    another place lined up | no the house is empty | no complaints here | nah im ready | that timeline is fine |
    that timing works | sounds about right | sounds doable | totally fine | all good | good with me | were ok with
    that | i'm fine with that | i wish lol yes please | please do | absolutely not | no that's exactly what i want |
    no sir | no mam | nope!! | Nope, that would be wonderful. | No, it would not be a problem. | It wouldn't be an
    issue at all | I don't believe so | dont think itd be a problem | that is doable | that should work | i could do
    that | we can do that | yes we can do that | yes thats fine | yeah no problem | yeah that works | nah thats
    perfect actually | no prob at all 👍 | naw | nope lets do it | cool w me | that'll work | thatll be fine | would
    actually be perfect | not a prob | no worries | nope i have another place | probably wouldnt be | nope thats
    fine but it needs a lot of work | no problem its vacant and move in ready | no but i want 400 | That would not
    be an issue for us. | That timeframe would be acceptable | no its all good | nope whenever | nah bro do it |
    negative | that's what im hoping for | that would be amazing | wouldn't mind that | absolutely fine | yes please
    lol | i suppose not | nope not at all, we have family we can stay with | that shouldnt cause any issues | wed be
    fine with it | nope, ready | nah its all good man | no if i get my price | no not with the right price`;

const A_PROBLEM = `
    yeah | yes | yep it would | yes it would be | yeah kinda | yes that would be a problem | yeah thats too fast |
    too soon | way too soon for us | kinda quick | need more time | need at least 90 days | id need like 6 months |
    not until summer | not before june | we need till march | yes we have nowhere to go | yea we'd have to find a
    place first | cant move that fast | no way | wouldnt work | no that wont work | that doesnt work for us | nope
    cant do it | impossible | probably | i think so | 😬 yeah | id rather have 60-90 days | kids are in school so yes
    | yes but 60 would be ok | yeah i couldnt do that | thats cutting it close | that's pretty quick | thats kinda
    fast for us | we would need longer | id need more like 90 | gonna need a few extra weeks | yes huge problem |
    big problem | it would be a problem yes | yes unfortunately | yep sorry | unfortunately yes | im afraid so | yes
    cuz we havent found a new place | not ready that soon | not gonna happen | need until end of school year | not
    before my son graduates in may | Yes, it would. We have not found a house yet. | I am afraid that is too soon |
    Yes, we would need at least 4 months | too short | we cant move til summer | kinda yeah | it would be hard | yes
    too quick | yea that's a no for me | yes i got kids in school | yup id need more time | not possible | cant do
    30 | wont work for me | ummm thats fast | yes its a problem cause were upside down and behind | We would need
    until the end of the school year | yes definitely a problem | kind of a problem | yea its too early for us | nah
    thats not gonna work | yes we are still building | ya that would be an issue | yes bc of my kids school |
    probably too fast | yes sorry too soon`;

const NOT_SAID = `
    hard to say | depends | depends on the price | it depends | maybe | possibly | idk | not sure | hmm let me think
    | why do you ask | what do you mean | for what price | no more questions | no thanks | no idea | no comment |
    maybe, depends where we are with the new house | possibly if the price is right | what price are we talking | 45
    days from when? | is that how long it takes | ill have to ask my wife | not sure let me think | hmm | lol | stop
    by anytime | thats a good question | house has been on the market 60 days | we've owned it 12 years | what
    happens in 45 days | let me get back to you on that | cant answer that yet | who knows | you guys are persistent
    | potentially | we'll see | lemme check | good q | is that a cash offer | who's buying it | what if it takes
    longer | I would need to think about that | I'm not certain at this point | It depends on several factors | cant
    say | can i think on it | explain | how come | says who | i would have to see | im not selling | who are you | i
    want 500k | house is on maple | its got 4 bedrooms | no pets | good morning jorge | great question | fine print?
    | need to think | ill talk to my mom about it`;

const WORDING = 'If your home sold in 30 to 45 days, would that be a problem for you?';

function acceptanceOf(text: string): boolean | null {
  const context = { pendingQuestion: 'timeline', pendingWording: WORDING, areas: [], today: '2026-11-23' } as const;
  return understandText(text, context).facts.timelineAcceptable;
}

describe('understandText: timelineAcceptable', () => {
  it.each(textsIn(NO_PROBLEM))('"%s": no problem', (text) => {
    expect(acceptanceOf(text)).toBe(true);
  });

  it.each(textsIn(A_PROBLEM))('"%s": a problem', (text) => {
    expect(acceptanceOf(text)).toBe(false);
  });

  it.each(textsIn(NOT_SAID))('"%s": not said', (text) => {
    expect(acceptanceOf(text)).toBeNull();
  });
});
