import { z } from 'zod';

/** Wordings of one step: the first is used first, the next when it has to be said again. */
export const wordings = z.array(z.string().min(1)).min(1);

/** What the lead bot says in its own steps. */
export const leadWordings = z.strictObject({
  area: wordings,
  budget: wordings,
  financing: wordings,
  timeline: wordings,
  motivation: wordings,
  done: wordings,
});

/** What the seller bot says in its own steps. */
export const sellerWordings = z.strictObject({
  motivation: wordings,
  timeline: wordings,
  condition: wordings,
  price: wordings,
  takeAway: wordings,
  done: wordings,
});
