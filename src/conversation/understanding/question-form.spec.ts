import { toPlainText } from './plain-text';
import { clausesOf } from './question-form';

const forms = (text: string) => clausesOf(toPlainText(text)).map(({ form }) => form);

describe('clausesOf', () => {
  it.each([
    ['yes we are preapproved how long does it take', ['states', 'asks']],
    ['frisco sounds good what do you charge', ['states', 'asks']],
    ['its dated but what would you pay', ['states', 'asks']],
    ['who is this and why do you ask', ['asks', 'asks']],
    ['how much would you give me', ['asks']],
    ['can we do friday', ['proposes']],
    ['frisco?', ['requests']],
    ['let me know what its worth', ['requests']],
    ['what do you think, is it sold?', ['asks', 'asks']],
    ['how are you? i want to sell', ['states', 'states']],
  ])('finds the questions of "%s"', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it.each([
    'what i want is a pool',
    'i can send pics',
    'want me to send pictures',
    'want to see pics?',
    'why not lol',
    'when the house is sold',
    'when we find a place',
    'how we sell does not matter',
    'i dont know what its worth',
    'idk how long we will stay',
    'i want good schools and a safe area',
    'we have a 3 bed in plano',
    'needs a roof',
    'will do',
    'is what it is',
    'can do',
    'does need some work',
    'the roof is the original one',
    'no rush, whenever we find the right house',
    'depends on how much we get',
    'we are looking for homes in frisco with 3 beds',
    '3 beds, 500k, frisco',
    'divorce, need to sell',
    'the first one',
    'would love to sell by june',
    'have a good day',
    'our lender is chase',
    'i know how this works',
    'it cost me 20k to fix the roof',
    'my house is worth 500k',
    'sell it for 500',
  ])('finds none in "%s"', (text) => {
    expect(new Set(forms(text))).toEqual(new Set(['states']));
  });
});
