import { toPlainText } from './plain-text';
import { readRequests } from './read-requests';

type Request = keyof ReturnType<typeof readRequests>;

function requestsIn(text: string): string {
  const requests = readRequests(toPlainText(text));
  return Object.keys(requests)
    .filter((name) => requests[name as Request])
    .join();
}

describe('readRequests', () => {
  it.each<[text: string, requests: string]>([
    ['who is this?', 'asksWho'],
    ['Who dis', 'asksWho'],
    ['new phone who this', 'asksWho'],
    ['how did you get my number', 'asksWho'],
    ['What company is this', 'asksWho'],
    ['are you a bot?', 'asksIfBot'],
    ['Is this a real person', 'asksIfBot'],
    ['am I talking to a human or a bot', 'asksIfBot'],
    ['r u ai', 'asksIfBot'],
    ['bot?', 'asksIfBot'],
    ['call me', 'wantsCall'],
    ['can you call me?', 'wantsCall'],
    ['are you a realtor', 'asksWho'],
    ['are you with keller williams', 'asksWho'],
    ['is this jorge', 'asksWho'],
    ['are you with me', ''],
    ['gimme a ring when u get a sec', 'wantsCall'],
    ['call 2145550188', 'wantsCall'],
    ['call 214-555-0188', 'wantsCall'],
    ['call me after 5', 'wantsCall'],
    ['can someone call me tomorrow morning', 'wantsCall'],
    ['Should I file for bankruptcy first?', 'wantsAdvice'],
    ['do I owe capital gains tax', 'wantsAdvice'],
    ["what's the interest rate right now", 'wantsAdvice'],
    ['can my ex force the sale?', 'wantsAdvice'],
    ['fuck off', 'isAbusive,isAngry'],
    ['you are an idiot', 'isAbusive,isAngry'],
    ['this is ridiculous', 'isAngry'],
    ['what rate can I get', 'wantsAdvice'],
    ['what are the taxes on it', ''],
    ['no thanks', ''],
    ['thanks', 'isThanks'],
    ['Ok thank you so much!', 'isThanks'],
    ["don't call me", ''],
    ['you call me all day', ''],
    ['they will call me back', ''],
    ["I'll call you tomorrow", ''],
    ['thanks, my budget is 400k', ''],
    ['this is not a scam right', ''],
    ['who is the seller', ''],
    ['is this house real brick', ''],
    ['big ass yard', ''],
    ['3 bed in Plano', ''],
    ['', ''],
  ])('"%s": %s', (text, requests) => {
    expect(requestsIn(text)).toBe(requests);
  });
});
