import { NO_FACTS } from './facts';
import type { Facts } from './facts';

/**
 * What is known after a text: a later fact replaces an earlier one, and what the text does not say erases nothing.
 * Exceptions are only facts that a newer one contradicts: a floor above the new ceiling (or the other way round), and a
 * yes to "30 to 45 days" from before another timeline was named.
 */
export function mergeFacts(known: Facts, fresh: Facts): Facts {
  const isNewTimeline = fresh.timeline !== NO_FACTS.timeline && fresh.timeline !== known.timeline;
  return {
    // Consent, wishes and tone are of the text they were in and are not carried on.
    ...fresh,
    ...mergeBudget(known, fresh),
    intent: isDecided(fresh) || known.intent === NO_FACTS.intent ? fresh.intent : known.intent,
    priceExpectationUsd: fresh.priceExpectationUsd ?? known.priceExpectationUsd,
    timeline: later(known, fresh, 'timeline'),
    timelineAcceptable: fresh.timelineAcceptable ?? (isNewTimeline ? null : known.timelineAcceptable),
    areas: fresh.areas.length > 0 ? fresh.areas : known.areas,
    financing: later(known, fresh, 'financing'),
    beds: fresh.beds ?? known.beds,
    baths: fresh.baths ?? known.baths,
    motivation: later(known, fresh, 'motivation'),
    propertyCondition: later(known, fresh, 'propertyCondition'),
  };
}

function isDecided({ intent }: Facts): boolean {
  return intent === 'buy' || intent === 'sell' || intent === 'both';
}

function later<Name extends 'timeline' | 'financing' | 'motivation' | 'propertyCondition'>(
  known: Facts,
  fresh: Facts,
  name: Name,
): Facts[Name] {
  return fresh[name] === NO_FACTS[name] ? known[name] : fresh[name];
}

function mergeBudget(known: Facts, fresh: Facts): Pick<Facts, 'budgetMinUsd' | 'budgetMaxUsd'> {
  const budgetMinUsd = fresh.budgetMinUsd ?? known.budgetMinUsd;
  const budgetMaxUsd = fresh.budgetMaxUsd ?? known.budgetMaxUsd;
  const isPossible = budgetMinUsd === null || budgetMaxUsd === null || budgetMinUsd <= budgetMaxUsd;
  return isPossible
    ? { budgetMinUsd, budgetMaxUsd }
    : { budgetMinUsd: fresh.budgetMinUsd, budgetMaxUsd: fresh.budgetMaxUsd };
}
