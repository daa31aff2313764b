import type { Facts } from './understanding';

/** "$450,000 to $550,000", "up to $550,000" or "from $450,000"; `null` when nothing is known. */
export function describeBudget({ budgetMinUsd, budgetMaxUsd }: Facts): string | null {
  if (budgetMinUsd === null) return budgetMaxUsd === null ? null : `up to ${dollars(budgetMaxUsd)}`;
  if (budgetMaxUsd === null) return `from ${dollars(budgetMinUsd)}`;
  return budgetMinUsd === budgetMaxUsd ? dollars(budgetMaxUsd) : `${dollars(budgetMinUsd)} to ${dollars(budgetMaxUsd)}`;
}

function dollars(usd: number): string {
  return `$${usd.toLocaleString('en-US')}`;
}
