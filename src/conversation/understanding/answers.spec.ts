import { answersQuestion, isAskingBack } from './answers';
import { NO_FACTS } from './facts';
import { toPlainText } from './plain-text';

describe('answersQuestion', () => {
  const choosesTime = (text: string) => answersQuestion('booking', NO_FACTS, toPlainText(text));

  it.each([
    'tuesday works',
    'the first one',
    'first one pls',
    'second works better',
    'the later one',
    'tmrw at 3',
    'wed morning the 25th',
    '2pm 👍',
    'either is fine',
    'whichever',
    "doesn't matter to me",
    'any time',
    'can we do friday?',
    'how about thurs at 2',
    'does wednesday work?',
    'weekend works better',
    'not tuesday, wednesday is good',
    '10',
    'let’s do 2:30',
    'ok see you monday',
    'option 2',
    'tuesday',
  ])('"%s" chooses', (text) => {
    expect(choosesTime(text)).toBe(true);
  });

  it.each([
    'no thanks',
    'which calendar do you use',
    'neither',
    'in a meeting till 2',
    'at work til 5 today',
    'out of town until friday',
    'cant do tuesday',
    'maybe friday',
    'i work mornings so not sure',
    'first i need to talk to my wife',
    'what works for you?',
    'what time works for jorge?',
    'ok',
    'that house works for us',
    'will let you know tomorrow if i can',
    'on the other hand we could wait',
    'we saw the other house',
    'my last agent never called',
    'is this about the first house?',
  ])('"%s" does not', (text) => {
    expect(choosesTime(text)).toBe(false);
  });

  it('knows nothing where nothing was asked', () => {
    expect(answersQuestion(null, NO_FACTS, 'tuesday')).toBeNull();
  });
});

describe('isAskingBack', () => {
  it.each([
    'what do you mean?',
    'wdym a problem',
    'define move in ready',
    'what counts as move in ready',
    'why do you ask',
  ])('"%s"', (text) => {
    expect(isAskingBack(toPlainText(text))).toBe(true);
  });

  it.each(['move in ready', 'what i mean is 450', 'no problem'])('not "%s"', (text) => {
    expect(isAskingBack(toPlainText(text))).toBe(false);
  });
});
