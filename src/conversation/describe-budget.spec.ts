import { describeBudget } from './describe-budget';
import { NO_FACTS } from './understanding';

it.each([
  [null, null, null],
  [null, 550_000, 'up to $550,000'],
  [450_000, null, 'from $450,000'],
  [450_000, 550_000, '$450,000 to $550,000'],
  [450_000, 450_000, '$450,000'],
])('bots: a budget from %p to %p is %p', (budgetMinUsd, budgetMaxUsd, words) => {
  expect(describeBudget({ ...NO_FACTS, budgetMinUsd, budgetMaxUsd })).toBe(words);
});
