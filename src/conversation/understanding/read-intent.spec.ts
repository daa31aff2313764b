import type { Intent } from './facts';
import { toPlainText } from './plain-text';
import { readIntent } from './read-intent';

describe('readIntent', () => {
  it.each<[text: string, intent: Intent]>([
    ['looking to buy', 'buy'],
    ['looking for a 3 bed house', 'buy'],
    ['Is the house on Elm still available?', 'buy'],
    ['help me find a house', 'buy'],
    ['not selling, buying', 'buy'],
    ['first time homebuyer', 'buy'],
    ['I want to sell my house', 'sell'],
    ['actually I want to sell', 'sell'],
    ['thinking about listing my home', 'sell'],
    ['do you buy houses?', 'sell'],
    ['u guys buy houses as is?', 'sell'],
    ["what's my house worth", 'sell'],
    ['how much can I get for my house', 'sell'],
    ['we want to list our condo in uptown', 'sell'],
    ['I have a 3 bed house to sell', 'sell'],
    ['sell mine and buy another', 'both'],
    ["can't sell until I buy", 'both'],
    ['need to sell before I can purchase', 'both'],
    ['sell ours first then find something bigger', 'both'],
    ['Hola, quiero vender mi casa', 'sell'],
    ['moving to dallas', 'unclear'],
    ['need info on the house', 'unclear'],
    ['hello', 'none'],
    ['seller financing?', 'none'],
    ['not interested', 'none'],
    ['not looking to buy or sell', 'none'],
    ['No thanks, not selling', 'none'],
    ['I already sold it', 'none'],
  ])('%s: %s', (text, intent) => {
    expect(readIntent(toPlainText(text), false)).toBe(intent);
  });

  it.each<[text: string, intent: Intent]>([
    ['buying', 'buy'],
    ['buyer', 'buy'],
    ['the first one', 'buy'],
    ['selling', 'sell'],
    ['Sell!', 'sell'],
    ['both', 'both'],
    ['neither', 'none'],
    ['yes', 'unclear'],
    ['not sure', 'unclear'],
  ])('asked for, %s: %s', (text, intent) => {
    expect(readIntent(toPlainText(text), true)).toBe(intent);
  });
});
