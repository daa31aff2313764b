import type { PropertyCondition } from './facts';
import { firstMeaning, without, wording } from './phrases';
import { rewrite } from './rewrite';
import type { Rewrite } from './rewrite';
import { readBareAnswer, readEcho, readRating } from './condition-answers';
import type { Phrase } from './phrases';

const WORK = '(?:work|repairs?|fix(?:es|ing)|updat(?:es?|ing)|renovations?|remodel(?:ing)?|tlc|improvements?|rehab)';
const A_LITTLE =
  '(?:(?:some|few|little|bit of|minor|small|light|touch of|couple(?: of)?|cosmetic|usual|basic|tiny|slight|paint and|not (?:too )?much|not a lot of|hardly any)\\b ?)+';
const PARTS =
  '(?:roof|foundation|plumbing|electrical|wiring|hvac|ac|a\\/c|furnace|slab|sewer|septic|windows?|siding|kitchen|bathrooms?|baths?|water heater|flooring|floors?)';

const MAJOR_PARTS =
  '(?:roof|foundation|plumbing|electrical|wiring|hvac|ac|a\\/c|furnace|slab|sewer|septic|structur(?:e|al))';

/** Work that is done, or ruled out: no fault of the house. */
const DONE = wording(
  `(?:does|do|did|would|should) not(?: really)? (?:need|require|have)(?: to have| to| really)? (?:any|a|much|anything|a thing|${WORK}|any major)?(?: ?(?:major|real|big|else))? ?(?:${WORK}|done|fixed|repairs?|issues?)?`,
  `(?:no|without|zero|nothing|not any|never any) (?:(?:major|real|big|foundation|roof|plumbing|structural|needs?|to|that) ?)*(?:${WORK}|issues|problems|repair|fix|needed|needs?|damage|wrong(?: with it)?|to do)(?: (?:needed|required|done|work|at all|fixed))*`,
  `(?<!(?:need(?:s|ed|ing)?|use|with|get|wants?|put in|requires?) (?:a |some |the )?)(?:brand )?new(?:er)? (?:[a-z]+ ){0,2}?${PARTS}(?:,? (?:and |new )?${PARTS})*`,
  `${PARTS}(?: [a-z]+)? (?:is|are|was|were|has been|been|just|both)(?: (?:all|been|just|pretty|fairly|brand|both|also|recently|in))* (?:new|newer|good|great|fine|solid|replaced|repaired|redone|updated|fixed|done|ok|okay|remodeled|(?:\\d years?|\\d+ months?) old)`,
  `(?:${PARTS}|had)(?: [a-z]+)? (?:work|repairs?)(?: was| were| has been| already| all| just)* (?:done|completed|finished)`,
  `(?:replaced|repaired|redid|updated|fixed|remodeled|renovated|put (?:in|on)|installed) (?:[a-z]+ ){0,3}${PARTS}(?:,? (?:and )?(?:the )?${PARTS})*`,
);
/** Reads like work that is done, and is the opposite. */
const BEFORE_DONE: readonly Rewrite[] = [
  [
    /\b(?:no (?:updates|remodel|upgrades|improvements) (?:since|in|at all|done|ever|for)\b|(?:not|never)(?: been| really| very| yet| ever)* (?:updated|remodeled|renovated|touched|upgraded)\b)/g,
    ' dated ',
  ],
  [
    /\b(?:nothing|(?:not|no) (?:any |much |major |real )?(?:work|repairs|issues|problems))(?: [a-z]+){0,3}?,? (?:except|but|other than|besides|just|only|maybe)\b/g,
    ' minor ',
  ],
];
const MOVE_IN_READY = 'move[- ]?in[- ]?(?:ready|condition|able)|ready to move (?:in|into)|turn ?-?key|movein ready';
const SHAPE = '(?:shape|condition|cond|repair)';

const CONDITIONS: readonly Phrase<PropertyCondition>[] = [
  [
    'major_work',
    wording(
      '(?:perfect|great|ready|palace|beautiful|amazing|gorgeous|fine)[^.?!]{0,30}\\b(?:if|assuming|as long as|for people who) (?:you|u|they) (?:like|love|enjoy|are into|do not mind|call|want to live)',
    ),
  ],
  [
    'minor_work',
    wording(
      `(?:almost|mostly|nearly|pretty much|not (?:quite|exactly|100|totally|fully|completely)|close to)(?: \\w+){0,3} (?:${MOVE_IN_READY})`,
      `(?:${MOVE_IN_READY})[ ,]*(?:except|other than|besides|minus|but (?:it )?(?:needs|could use)|just needs)`,
    ),
  ],
  [
    'major_work',
    wording(
      `not (?:really |in |a |very |exactly )*(?:${MOVE_IN_READY}|livable|liveable|habitable|(?:good|great|the best|best|very good) ${SHAPE})`,
      `(?:lots?|ton|tons|bunch|plenty|good bit|great deal|fair amount|good amount) of ${WORK}`,
      `(?:major|extensive|serious|significant|total|complete|full|heavy|big|substantial|much|so much|alot of|structural|whole) ${WORK}`,
      'fixer(?:[- ]?upper)?s?|handyman special|gut(?:ted|ting)?(?: job)?|tear ?-?down|falling apart|run ?-?down|dump',
      'disaster|trashed|hoard(?:er|ing)?|uninhabitable|condemned|(?:fire|water|flood|storm|termite|smoke|hail) damaged?',
      'mold|(?:a |total |complete )wreck|beat up|knock(?:ed)? down',
      `(?:rough|bad|poor|terrible|horrible|awful|sad|tough) ${SHAPE}`,
      '(?:pretty|really|kind of|very|a little|a bit) (?:rough|bad)',
      `${MAJOR_PARTS}(?: \\w+)? (?:needs?|issues?|problems?|work|repairs?|leaks?|leaking|replaced|replacement|damage|trouble|cracks?|shifted|shot|old|bad|going|went|damaged|failing|broken?|broke|(?:is|are|was|has|have)(?: (?:pretty|really|kind of|probably|definitely|about|like|over|almost|also|just|still|getting|been|a|some|major|the|all|very))* (?:bad|shot|old|leak[a-z]*|going|failing|toast|gone|crack[a-z]*|damaged|original|broke[a-z]*|dead|out|rough|not|due|terrible|issues?|problems?|holes?|shifted|sinking|worn|aging|[2-9]\\d (?:years?|yrs?)|needing|in (?:bad|rough|poor)|on its last))`,
      `(?:need|needs|needing|replace|fix|repair|new|cracked|bad|old|leaky|leaking|failing) (?:a |the |some |all )?(?:new |major )?(?:\\w+ (?:and )?){0,2}?${MAJOR_PARTS}`,
      'needs (?:everything|it all|to be (?:redone|gutted|rebuilt|remodeled|renovated)|a lot|lots|tons|help|love)',
      'everything (?:needs|has) to',
    ),
  ],
  [
    'minor_work',
    wording(
      `${A_LITTLE}${WORK}`,
      '(?:need|needs|could use|use|with|just|some|new|fresh|maybe|touch ?up|little|minor|only|a few|couple) (?:\\w+ ){0,3}?(?:paint(?:ing)?|carpets?|floors?|flooring|touch ?-?ups?|landscaping|appliances|cosmetics?|elbow grease|cleaning|cleanup|clean up|things|little things|updates?|windows?|fence|counter ?tops?|cabinets|yard work|kitchen|bathroom)',
      'cosmetic(?:s|ally)?|touch ?-?ups?|dated|out ?-?dated|minor|average|fair (?:shape|condition)|not too bad',
      '(?:ok|okay|decent|livable|alright|so so) (?:shape|condition)|livable|liveable',
      'original (?:kitchen|bath|everything|condition)|a (?:few|couple)(?: of)? (?:things|issues|repairs|fixes)',
      'needs? (?:to be )?updat(?:ing|es|ed)|needs? (?:re)?[a-z]{4,}ed',
      '(?:carpets?|floors?|flooring|paint|cabinets|appliances|fence|windows?) (?:is|are) (?:\\w+ )?(?:shot|old|worn|bad|rough|gone|stained)',
      'little (?:things|stuff)|wear and tear|lived in',
      `${MAJOR_PARTS} (?:is|are) (?:about |like |around |maybe |over )?1\\d (?:years?|yrs?) old`,
    ),
  ],
  [
    'major_work',
    wording(
      `(?:need|needs|needing|requires?|require)(?: to)? (?:${WORK}|be (?:fixed|repaired|updated))`,
      `${WORK} (?:needed|required|is needed)`,
      'work needed|needs a? ?(?:remodel|renovation|rehab|facelift)|unfinished',
    ),
  ],
  [
    'move_in_ready',
    wording(
      MOVE_IN_READY,
      `(?:good|great|excellent|perfect|amazing|awesome|immaculate|pristine|mint|fantastic|wonderful|beautiful|really good|very good|nice|tip ?-?top|solid|top) ${SHAPE}`,
      '(?:just|completely|fully|recently|totally|newly|all|been|was|is|we|i|freshly|nicely|well) (?:\\w+ )?(?:updated|remodeled|remodelled|renovated|redone|upgraded|redid|rehabbed)',
      '(?:updated|remodeled|renovated)(?! or)',
      'like new|brand new|new(?:ly)? (?:build|built|construction)|immaculate|pristine',
      'well (?:maintained|kept|cared for)|taken (?:good |great |very good )?care of|show ?-?ready|no work|nothing wrong',
      'spotless|kept (?:it|her|everything|the (?:house|place)) (?:up|nice|clean|in)|kept up (?:with|on|well|nice)',
    ),
  ],
];
/** Only as the answer to "move in ready, or does it need work?". */
const ANSWERS: readonly Phrase<PropertyCondition>[] = [
  [
    'minor_work',
    wording(
      'not much|little|some|original|paint|carpet|floors?|flooring|average|ok|okay|fair|decent|so so|alright|few things|not bad',
      'kitchen|bathrooms?|appliances|windows',
    ),
  ],
  [
    'major_work',
    wording(
      'as[- ]is|needs? (?:work|help|love)|old|rough|bad|terrible|ugly|horrible|a lot|everything|work|poor|issues|problems',
      'the (?:latter|second)|lots',
      `(?:the|just|only|mostly|maybe)(?: the)?(?: \\w+)? ${MAJOR_PARTS}|^${MAJOR_PARTS}`,
    ),
  ],
  [
    'move_in_ready',
    wording(
      'ready|good|great|excellent|perfect|fine|nice|clean|beautiful|new|amazing|awesome|updated|very well',
      'nothing(?: really| major)?|none|the (?:former|first)',
    ),
  ],
];

/**
 * The state of the house.
 * @param isAsked whether "great", "8/10" or "it does" answers a question about it.
 * @param pendingWording the question; "yes" means something else to "does it need work?".
 */
export function readCondition(
  plain: string,
  isAsked: boolean,
  pendingWording: string | null = null,
): PropertyCondition {
  const faults = without(rewrite(plain, BEFORE_DONE), DONE);
  const stated = firstMeaning(CONDITIONS, faults);
  if (stated !== null || !isAsked) return stated ?? 'unknown';
  const answered = readRating(plain) ?? readEcho(plain) ?? firstMeaning(ANSWERS, faults);
  if (answered !== null) return answered;
  return faults === plain ? (readBareAnswer(plain, pendingWording) ?? 'unknown') : 'move_in_ready';
}
