import type { PropertyCondition } from './facts';
import { wording } from './phrases';
import type { Phrase } from './phrases';
import type { Rewrite } from './rewrite';

const WORK = '(?:work|repairs?|fix(?:es|ing)|updat(?:es?|ing)|renovations?|remodel(?:ing)?|tlc|improvements?|rehab)';
const A_LITTLE =
  '(?:(?:some|few|little|lil|bit of|minor|small|light|touch of|couple(?: of)?|cosmetic|usual|basic|tiny|slight|paint and|not (?:too )?much|not a lot of|hardly any)\\b ?)+';
/** Parts whose faults cost five figures, and those whose faults do not. */
export const BIG_PARTS =
  "(?:roof(?:'?s)?|foundation|plumbing|electrical|electric|wiring|hvac|ac|a\\/c|furnace|slab|sewer|septic|structur(?:e|al)|pipes)";
export const SMALL_PARTS =
  "(?:paint|carpets?|carpeting|floors?|flooring|kitchen(?:'?s)?|(?:bath ?rooms?|baths?|showers?)|appliances|windows?|fence|fencing|gate|landscaping|yard|lawn|cabinets?|counter ?tops?|counters|deck|patio|garage door|doors?|gutters?|drywall|sheetrock|tiles?|fixtures|lights?|lighting|siding|brick|trim|blinds|sinks?|faucets?|toilets?|ceilings?|walls?|driveway|pool|sprinklers?|water heater|dishwasher|stove|oven|wallpaper|popcorn|grout|backsplash|baseboards)";
const PARTS = `(?:${BIG_PARTS}|${SMALL_PARTS})`;
const BROKEN =
  '(?:broken|broke|busted|cracked|rotten|rotted|rotting|worn|worn out|missing|falling|sagging|leaning|stained|peeling|chipped|loose|ugly|dated|outdated|old|older|original|shot|bad|rough|gone|dirty|drafty|foggy|torn|faded|leaky|leaks?|leaking|damaged|messed up|not working|does not work|out)';

/** Work that is done, or ruled out: no fault of the house. */
export const DONE = wording(
  `(?:does|do|did|would|should) not(?: really)? (?:need|require)(?: to have| to| really)?(?: (?:any|a|much|anything|a thing|${WORK}|any major|major|real|big|else|done|fixed|issues?))*`,
  `(?:does|do) not have (?:any |a |many |much )?(?:major |real |big )?(?:${WORK}|issues?|problems?)`,
  `(?:no|without|zero|nothing|not any|never any) (?:(?:major|real|big|foundation|roof|plumbing|structural|needs?|to|that) ?)*(?:${WORK}|issues|problems|repair|fix|needed|needs?|damage|wrong(?: with it)?|to do)(?: (?:needed|required|done|work|at all|fixed))*`,
  `(?<!(?:need(?:s|ed|ing)?|use|with|get|wants?|put in|requires?|replace) (?:a |some |the )?)(?:brand )?new(?:er)? (?:[a-z]+ ){0,2}?${PARTS}(?:,? (?:and )?(?:new )?${PARTS})*`,
  '(?<!\\b(?:needs?|use|with|some|get|want) (?:some |a )?)fresh(?:ly)? paint(?:ed)?',
  `${PARTS}(?: [a-z]+)? (?:is|are|was|were|has been|been|just|both)(?: (?:all|been|just|pretty|fairly|brand|both|also|recently|in))* (?:new|newer|good|great|fine|solid|replaced|repaired|redone|updated|fixed|done|ok|okay|remodeled|(?:\\d years?|\\d+ months?) old)`,
  `(?<!\\b(?:needs?|get) (?:a |the )?)${PARTS} (?:all |just |both )?(?:replaced|redone|repaired|updated|remodeled)`,
  `(?:${PARTS}|had)(?: [a-z]+)? (?:work|repairs?)(?: was| were| has been| already| all| just)* (?:done|completed|finished)`,
  `(?:replaced|repaired|redid|updated|fixed|remodeled|renovated|put (?:in|on)|installed) (?:[a-z]+ ){0,3}${PARTS}(?:,? (?:and )?(?:the )?${PARTS})*`,
);
/** Reads like work that is done, and is the opposite. */
export const BEFORE_DONE: readonly Rewrite[] = [
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

/** What is said of the house, wherever. The first row that fits decides. */
export const CONDITIONS: readonly Phrase<PropertyCondition>[] = [
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
      `not (?:(?!but\\b)\\w+ ){0,4}(?:${MOVE_IN_READY})`,
      `not (?:really |in |a |very |exactly )*(?:livable|liveable|habitable|(?:good|great|the best|best|very good) ${SHAPE})`,
      `(?:lots?|ton|tons|bunch|plenty|good bit|great deal|fair amount|good amount|alot) of ${WORK}|alot of`,
      `(?:major|extensive|serious|significant|total|complete|full|heavy|big|substantial|(?<!too )much|so much|structural|whole) ${WORK}`,
      'fixer(?:[- ]?upper)?s?|(?:flippers?|investors?|contractors?) special|handyman(?: special)?',
      'gut(?:ted|ting)?(?: job)?|tear ?-?down|falling apart|run ?-?down|dump|disaster|(?:down )?to the studs',
      'boarded up|abandoned',
      '(?:trashed|destroyed|wrecked|tore up|torn up|(?:beat|tore) (?:it |the place |the house )?up|ruined|uninhabitable|condemned)',
      'hoard(?:er|ing)?|(?:a |total |complete |hot |big )(?:wreck|mess)|knock(?:ed)? down|over ?haul',
      'burn(?:ed|t)(?: down)?|\\d{2,3}k? (?:in|of|worth of) (?:work|repairs|stuff)',
      'half[- ](?:finished|done|remodeled)|unfinished',
      '(?:fire|water|flood|storm|termite|smoke|hail|tornado|mold) damaged?',
      '(?:had|has|have|was|there is|caught) (?:a |on )?(?:fire|flood|mold|termites)',
      '(?:house|it|basement|kitchen|place) (?:was )?(?:flooded|burned)|^flooded|mold(?:y)?|termites?',
      'no (?:kitchen|plumbing|electricity|heat|floors)',
      `(?:rough|bad|poor|terrible|horrible|awful|sad|tough) ${SHAPE}`,
      '(?:pretty|really|kind of|very|a little|a bit) (?:rough|bad)',
      `${BIG_PARTS}(?: \\w+)? (?:needs?|issues?|problems?|work|repairs?|leaks?|leaking|replacement|collapsed|backed up|backs up|burst|failed|damage|trouble|cracks?|shifted|shot|old|bad|going|went|damaged|failing|broken?|broke|(?:is|are|was|has|have)(?: (?:pretty|really|kind of|probably|definitely|about|like|over|almost|also|just|still|getting|been|a|some|major|the|all|very))* (?:bad|shot|old|leak[a-z]*|going|failing|toast|gone|crack[a-z]*|damaged|original|broke[a-z]*|dead|out|rough|not|due|terrible|issues?|problems?|holes?|shifted|sinking|worn|aging|[2-9]\\d (?:years?|yrs?)|needing|in (?:bad|rough|poor)|on its last))`,
      `(?:need|needs|needing|replace|fix|repair|new|cracked|broken|busted|bad|old|leaky|leaking|failing) (?:a |the |some |all )?(?:new |major )?(?:\\w+ (?:and )?){0,2}?${BIG_PARTS}`,
      `(?:cracks?|leaks?|holes?|problems?|issues?|damage)(?: \\w+)? (?:in|with|on) (?:the |my )?${BIG_PARTS}`,
      'needs (?:everything|it all|to be (?:redone|gutted|rebuilt|remodeled|renovated)|a ?lot|lots|tons|help|love)',
      'everything (?:needs|has) to',
    ),
  ],
  [
    'minor_work',
    wording(
      `${A_LITTLE}(?:${WORK}|love|help|attention)|(?:refresh|freshening|sprucing)(?: up)?|dings?|dents?`,
      'scratch(?:es|ed)?|scuffs?|stains?|cracks?|behind on (?:updates|maintenance|upkeep)|(?:wood|dry) rot',
      'some wear|\\dk? (?:in|of|worth of) (?:work|repairs|stuff)',
      `(?:needs|needing|could use|(?:just|only|may|might|will|would|does) need|some fresh|just some|little|minor) (?:\\w+ ){0,3}?(?:${SMALL_PARTS}|painting|touch ?-?ups?|cosmetics?|elbow grease|cleaning|cleanup|clean up|things|little things|updates?|yard work|stain)`,
      `${SMALL_PARTS}(?: (?!new|good|great)[a-z]+){0,3} (?:needs?|need|could use|${BROKEN})`,
      `${BROKEN} ${SMALL_PARTS}|(?:redo|replace|update|refinish) (?:the |a |some |all the )?${SMALL_PARTS}`,
      'cosmetic(?:s|ally)?|touch ?-?ups?|dated|out ?-?dated|minor|average|fair (?:shape|condition)|not too bad|tlc',
      '(?:some|few|little|small|couple)(?: \\w+)? (?:issues|problems|things)',
      '(?:ok|okay|decent|livable|alright|so so) (?:shape|condition)|livable|liveable|little (?:things|stuff)',
      '(?:rest|else|mostly|all|it|house)(?: [a-z]+)? (?:is|are) (?:all )?original|wear and tear',
      'lived in(?= *(?:$|[.,!]|look|but|condition|home|house))',
      'original (?:everything|condition)|a (?:few|couple)(?: of)? (?:things|issues|repairs|fixes)',
      'needs? (?:to be )?updat(?:ing|es|ed)|needs? (?:re)?[a-z]{4,}ed',
      `${BIG_PARTS} (?:is|are) (?:about |like |around |maybe |over )?1\\d (?:years?|yrs?) old`,
    ),
  ],
  [
    'major_work',
    wording(
      `(?:needs|needing|requires|(?<!\\b(?:i|we|you|they) (?:[a-z]+ )?)need)(?: to)? (?:(?:[a-z]+ )?${WORK}|be (?:fixed|repaired|updated))`,
      `${WORK} (?:needed|required|is needed)|work needed|needs a? ?(?:remodel|renovation|rehab|facelift)`,
      '(?:has|have|many|lots of) (?:issues|problems)',
    ),
  ],
  [
    'move_in_ready',
    wording(
      MOVE_IN_READY,
      `(?:good|great|excellent|perfect|amazing|awesome|immaculate|pristine|mint|fantastic|wonderful|beautiful|really good|very good|nice|tip ?-?top|solid|top) ${SHAPE}`,
      '(?:just|completely|fully|recently|totally|newly|all|been|was|is|we|i|freshly|nicely|well) (?:\\w+ )?(?:updated|remodeled|remodelled|renovated|redone|upgraded|redid|rehabbed)',
      '(?:updated|remodeled|renovated)(?! or)|(?:like|better than) new|brand new',
      'new(?:ly)? (?:build|built|construction)|immaculate|pristine',
      'well (?:maintained|kept|cared for)|taken (?:good |great |very good )?care of|show ?-?ready|no work',
      'nothing wrong',
      '(?:just|freshly|recently|newly) painted|systems are (?:all )?new|fixed (?:it|everything)(?: all)? up|spotless',
      'kept (?:it|her|everything|the (?:house|place)) (?:up|nice|clean|in)|kept up (?:with|on|well|nice)',
    ),
  ],
];

/** Other things that break or need work, and the homes that buyers wish for. */
export const NOT_THE_HOUSE =
  /\b(?:dogs?|kids?|wife|husband|family|mom|parents) needs?\b|\b(?:car|truck|phone|laptop|computer|boat|bike|back hurts)\b|\b(?:looking for|want|wants|need|prefer|love|like|find|interested in|buy|buying)\b(?! work)(?: (?!to sell|sell|my|our|new)[a-z]+){0,6} (?:move[- ]?in[- ]?ready|turn ?-?key|fixer|updated|remodeled|(?:good|great) (?:condition|shape))|\bis a must\b/;
