import type { Question } from './facts';
import { understandText } from './understand-text';

function moneyOf(text: string, pendingQuestion: Question | null = null) {
  const { facts } = understandText(text, { pendingQuestion, areas: [], today: '2026-11-23' });
  return { min: facts.budgetMinUsd, max: facts.budgetMaxUsd, price: facts.priceExpectationUsd };
}

const NO_MONEY = { min: null, max: null, price: null };
const K = 1_000;

describe('a budget', () => {
  it.each<[text: string, maxK: number]>([
    ['$600k', 600],
    ['my budget is $600k', 600],
    ['600k', 600],
    ['600 K', 600],
    ['under $1.2M', 1_200],
    ['half a million', 500],
    ['up to half a mil', 500],
    ['quarter million', 250],
    ['a million and a half', 1_500],
    ['6 hundred thousand', 600],
    ['six hundred thousand', 600],
    ['three hundred seventy five thousand', 375],
    ['one point two million', 1_200],
    ['1 million 200 thousand', 1_200],
    ["we're at 750 max", 750],
    ['up to 500', 500],
    ['$450,000', 450],
    ['450000', 450],
    ['600,000.00', 600],
    ['$375.000', 375],
    ['６００k', 600],
    ['no more than 450k', 450],
    ["I can't go over 500", 500],
    ["can't afford more than 400k", 400],
    ['pre approved for 450k', 450],
    ['20k down and 400k budget', 400],
    ["We're trying to stay around 425 if possible", 425],
    ['we love the 3 bed around 450 in Plano', 450],
    ['Do you have anything with a pool for less than 500?', 500],
    ['Looking at the house on 123 Oak St for 450k is it available', 450],
  ])('%s is at most %ik', (text, maxK) => {
    expect(moneyOf(text)).toEqual({ ...NO_MONEY, max: maxK * K });
  });

  it.each<[text: string, minK: number | null, maxK: number | null]>([
    ['between 400 and 450', 400, 450],
    ['around 4-450k', 400, 450],
    ['between four and five hundred thousand', 400, 500],
    ['800-1.1M', 800, 1_100],
    ['800k to 1m', 800, 1_000],
    ['$550K-$575K', 550, 575],
    ['500 to 450k', 450, 500],
    ['between half a mil and 600', 500, 600],
    ['400 to 500 thousand dollars', 400, 500],
    ['in the 400s', 400, 500],
    ['high 300s', 370, 400],
    ['at least 300k', 300, null],
    ['300k+', 300, null],
    ['over 300k', 300, null],
    ['nothing under 350k', 350, null],
    ['at least 300k, max 400k', 300, 400],
  ])('%s is from %sk to %sk', (text, minK, maxK) => {
    expect(moneyOf(text)).toEqual({ ...NO_MONEY, min: minK && minK * K, max: maxK && maxK * K });
  });

  it.each<[text: string, maxK: number]>([
    ['600', 600],
    ['five fifty', 550],
    ['mid 400s', 450],
    ['1.2', 1_200],
    ['300 000', 300],
    ['500ish', 500],
    ['what can i get for 400?', 400],
    ['we have 400k, is that enough?', 400],
    ['idk maybe 500', 500],
    ['500k, maybe 550k max', 550],
    ['could stretch to 550 but ideally 500', 550],
    ['max is 425, prefer 400', 425],
    ['not 500k, 600k', 600],
    ["we're approved for 610 but don't want to go above 575", 575],
    ['450, zip 75024', 450],
    ['650 credit score, 400 max', 400],
    ['near hwy 380, 450', 450],
    ['2 bed 1 bath for 250', 250],
    ['Not over 6 hundred', 600],
    ['under 5', 500],
    ['I want 450', 450],
    ['max 600k firm', 600],
    ['5 fifty', 550],
    ['4.5', 450],
  ])('asked for, %s is at most %ik', (text, maxK) => {
    expect(moneyOf(text, 'budget')).toEqual({ ...NO_MONEY, max: maxK * K });
  });
});

describe('an asking price', () => {
  it.each<[text: string, priceK: number]>([
    ["I'd take 450", 450],
    ['want 525k for it', 525],
    ["Zillow says 510 but I'd take 490", 490],
    ['we owe 200k on the mortgage and want 450k for it', 450],
    ['call me at 2145551234 to sell my house for 500k', 500],
    ['I want 385k cash no repairs', 385],
    ["wouldn't go below 460", 460],
    ['not in a hurry but if I could get 385 I would be gone', 385],
  ])('%s asks %ik', (text, priceK) => {
    expect(moneyOf(text)).toEqual({ ...NO_MONEY, price: priceK * K });
  });

  it.each<[text: string, priceK: number]>([
    ['550', 550],
    ['not a penny under 500', 500],
    ['450-475', 450],
    ['at least 500, ideally 550', 500],
    ['want 525 but would take 500', 500],
    ["500 and it's yours", 500],
    ["I wouldn't take less than 500", 500],
    ['we paid 300 for it but want 450', 450],
    ['I owe 310 so more than that. maybe 400', 400],
    ['honestly 389,900', 389.9],
    ['lol a million bucks', 1_000],
    ['around the 5s', 500],
    ['5 hundo', 500],
    ['$475,000 OBO', 475],
    ['$1.1 million cash and quick close', 1_100],
    ['make me move price is 600', 600],
  ])('asked for, %s asks %dk', (text, priceK) => {
    expect(moneyOf(text, 'price')).toEqual({ ...NO_MONEY, price: priceK * K });
  });

  it('is told from the budget for the next home', () => {
    expect(moneyOf('sell mine for 400k and buy something around 600k')).toEqual({
      ...NO_MONEY,
      max: 600 * K,
      price: 400 * K,
    });
  });
});

describe('what is not money', () => {
  it.each([
    '600',
    'call me around 530',
    'built in 1998, 2000 sq ft',
    'near 380 and preston',
    'I have 3 kids and 2 dogs',
    'is 500k enough?',
    'is 400k a lot for Plano?',
    'what do houses go for, like 500k?',
    'would 350k buy a 4 bed in frisco?',
    'is my house worth 500k?',
    'did the house on Elm sell for 600k?',
    'do I need 100k down?',
    'they offered 430 and I said no',
    'I make 140k combined',
    'would you take 480?',
    '$400k from the sale',
  ])('%s, with nothing asked', (text) => {
    expect(moneyOf(text)).toEqual(NO_MONEY);
  });

  it.each([
    '30 days',
    '3 bed',
    '75034',
    '214-555-1234',
    '(972) 555 0188',
    '469 555 7788',
    '555-1234',
    '1234 Main St',
    '450 oak street',
    '$2000 a month',
    '$2k/mo',
    '50k down',
    'I got about 90k to put down',
    '20% down',
    '700 sq ft',
    'credit score is 680',
    '12/15',
    'at 5:30',
    'i make 120k a year',
    'we paid 300k for it in 2015',
    'my neighbor got 560',
    'zillow says 525',
    "I wouldn't take 400",
    '0',
    '999999999999999999',
  ])('%s, with a price asked', (text) => {
    expect(moneyOf(text, 'price')).toEqual(NO_MONEY);
  });
});
