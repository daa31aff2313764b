import { toPlainText } from './plain-text';
import { readSignals } from './read-signals';

const signalsOf = (text: string) => readSignals(text, toPlainText(text));

describe('readSignals', () => {
  it.each<[text: string, words: number]>([
    ['need it asap', 1],
    ['ASAP!! this is urgent, as soon as possible', 2],
    ['we have to move this week, quick close', 3],
    ['no rush', 0],
    ['not urgent', 0],
    ['that is too fast', 0],
    ['hello', 0],
  ])('%s has %i urgent words', (text, words) => {
    expect(signalsOf(text).urgentWords).toBe(words);
  });

  it.each<[text: string, phrases: number]>([
    ['looking to buy', 1],
    ["we're pre-approved and looking for a house, ready to move", 3],
    ['not interested in selling', 0],
    ['hello', 0],
  ])('%s has %i intent phrases', (text, phrases) => {
    expect(signalsOf(text).intentPhrases).toBe(phrases);
  });

  it.each<[text: string, questions: number]>([
    ['how much? and when?', 2],
    ['what???', 1],
    ['how much is it', 1],
    ['can you send listings\nis it still there', 2],
    ['when we sell we move', 0],
    ['ok', 0],
  ])('%s asks %i questions', (text, questions) => {
    expect(signalsOf(text).questions).toBe(questions);
  });

  it('measures the text without the blanks around it', () => {
    expect(signalsOf('  hi there \n').length).toBe(8);
  });
});
