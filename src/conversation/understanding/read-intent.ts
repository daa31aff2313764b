import type { Intent } from './facts';
import { BUY, BUY_NEXT, MISLEADING, REAL_ESTATE, RULED_OUT, SELL, SELL_FIRST } from './intent-wording';
import { firstMeaning, without, wording } from './phrases';
import type { Phrase } from './phrases';

/** Only as the answer to "buy or sell?". */
const ANSWERS: readonly Phrase<Intent>[] = [
  ['none', wording('neither|none|not (?:either|interested)|nothing')],
  ['both', wording('both|a (?:little|bit) of both')],
  [
    'sell',
    wording(
      'sell(?:er|ing|s)?|list(?:ing)?|the (?:second|latter)|second(?: one)?|latter|sale|2nd|vender|(?:it is|home|house) (?:worth|value)',
    ),
  ],
  [
    'buy',
    wording('buy(?:er|ing|s)?|purchas(?:e|er|ing)|look(?:ing)?|the (?:first|former)|first(?: one)?|former|1st|comprar'),
  ],
];

const RENTS = wording(
  '(?:looking|want|wants|wanting|need|trying|hoping|like|anything|something|place|places|house|home|condo|apartment|homes|houses)(?: [a-z0-9]+){0,3} (?:to|for) (?:rent|lease)(?! (?:it|out|mine|my|our|the house|back))',
  '(?:looking|searching|hunting) for (?:a |an )?(?:[a-z0-9]+ ){0,4}(?:rental|apartment|lease)(?! propert)',
  '(?:any|some|got|have|need a|want a) (?:[a-z]+ )?rentals?(?! propert)',
);

const INVESTS = wording('invest[a-z]*|portfolio|to buy|buying|cash ?flow|flip(?:s|ping)?');

/** Whether they look for something to rent; wishes for rooms and areas are then no wish to buy. */
export function isRenting(plain: string): boolean {
  return RENTS.test(plain) && !INVESTS.test(plain);
}

/** Whether the text is about buying, selling or both; `unclear` is about homes, `none` is not. */
export function readIntent(plain: string, isAsked: boolean): Intent {
  const meant = without(without(plain, RULED_OUT), MISLEADING);
  const isSelling = SELL.test(meant);
  const rest = isSelling ? without(meant, SELL) : meant;
  const isBuying = BUY.test(rest) || (isSelling && (BUY_NEXT.test(rest) || SELL_FIRST.test(meant)));
  if (isSelling && isBuying) return 'both';
  if (isSelling) return 'sell';
  if (isBuying) return isRenting(plain) ? 'none' : 'buy';
  const answer = isAsked ? firstMeaning(ANSWERS, meant) : null;
  if (answer !== null) return answer;
  if (meant !== plain && /\b(?:buy|sell)/.test(plain)) return 'none';
  return isAsked || REAL_ESTATE.test(meant) ? 'unclear' : 'none';
}
