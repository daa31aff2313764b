import { wording } from './phrases';
import { sentencesOf } from './plain-text';

const SIDE = '(?: (?:the|north|south|east|west|downtown|central|old))*';
const FILLER =
  '(?: (?:in|the|want|wanting|like|into|interested|looking|look|at|a|an|fan|of|really|for|live|lived|living|own|owned|have|been|to|be|city|area|going|go|too|on|moving|move|anything|something|any|house|home|homes|property|show|me|anymore|north|south|east|west|downtown))*';
/** Where they are now; it counts only for the home they want to sell. */
const LIVES = `(?<!\\bto )\\b(?:live|lives|living|rent|renting|reside|stay|staying|based|currently|am|are)(?: (?:here|currently|right|now|still|an|a|apartment|over|out))* (?:in|at|near)${SIDE}$`;
const NOT_OF_HOMES = '(?! (?:want|wants|like|need|moving|move|looking|prefer|buy|find)\\b)';
const RELATIVE =
  '(?:mom|mother|dad|father|parents|brother|sister|son|daughter|family|friends?|kids|in laws|cousins?|grandkids)';
/** Work, visits and relatives: no place for a home. */
const VISITS = [
  `\\b(?:works?|working|worked|jobs?|office|commute|visit(?:ing|ed)?|fly(?:ing)?|flight|traffic|dinner|lunch|ate|eat|fair|game|concert|mall|vacation|born|raised|grew up|went|lived|used to live|been|(?<!(?:min|minute|mins|minutes|hour|hr) )drives?|driving|go to (?:school|church|college))(?:${NOT_OF_HOMES} [a-z']+){0,4} (?:in|at|near|into|to|around)${SIDE}$`,
  `\\b(?:visiting|visited|toured)${SIDE}$`,
  `\\b${RELATIVE} (?:live|lives|is|are|stays?|go(?:es)?)(?: [a-z]+){0,3} (?:in|at|near)${SIDE}$`,
].join('|');
const PERSON_BEFORE = [
  "\\b(?:this is|(?:my )?name(?: is|'s)|i am|dr|hi|hey|hello|thanks|thank you|mr|mrs|ms|dear|call me|(?:hi|hey|hello|yo),? it is|me and|ask|asked|tell|told|texted)",
  '\\b(?:talk|talked|talking|spoke|speak|speaking|met|meet|meeting|work|worked|working|chatted|dealing) (?:to|with)',
  "\\bmy (?:husband|wife|brother|agent|name|son|daughter|sister|dad|mom|friend|realtor|lender|boss|dog|nephew|partner)(?:'s name is| is)?",
].join('|');
const PERSON_AFTER =
  /^,? ?(?:here(?= *(?:$|[.,!]))|said|says|told|called|texted|mentioned|and (?:i|me)\b|from (?:the|my|chase)|is my (?!first|top|fav|pref|choice|number|dream|target|ideal))/;
const NAMED_AFTER_TOWN =
  /^(?: [a-z]+)? (?:st|street|rd|road|dr|drive|ln|lane|ave|avenue|blvd|parkway|pkwy|way|cowboys|mavericks|stars|mavs|rangers|game|mall|airport|traffic|tollway)\b/;
const NEGATION = `\\b(?:not|no|except|but not|never|avoid|avoiding|hate|tired of|sick of|without|besides|other than|rather than|instead of|anything but|anywhere but|everywhere but|out of|leaving|nothing|(?:anywhere|everywhere|all)[a-z ]{0,12} (?:but|except|besides))${FILLER}$`;
/** "Not east Plano" leaves the rest of it open. */
const PART_REFUSED = `\\b(?:not|no|except|avoid|but)(?: (?:in|the))* (?:north|south|east|west|downtown)$`;
/** "from Dallas": where they come from, unless it says how far away they want to be. */
const ORIGIN = `(?<!\\b(?:minutes?|mins?|miles?|hours?|far|(?<!moving )away|hr|(?<!we )drive|commute) )\\bfrom${SIDE}$`;
const WORSE = `\\b(?:prefer|rather|like|better|pick|choose|take)\\b.{1,40}\\b(?:over|than)(?: in)?${SIDE}$`;
const REFUSED_AFTER =
  /^,? ?(?:(?:(?:is|are|feels|seems)(?: [a-z]+){0,2} )?too (?:far|expensive|pricey|crowded|busy|big|hot|much|congested|dense|old)\b|is (?:out\b(?! of)|not (?:for|an option|really|where|what)|expensive|a no\b)|(?:no|nope|nah)(?= *(?:$|[,.!;]|[a-z]+ yes)))/;
const CHOSEN_AFTER = /^ ?(?:yes|yeah|yep|for sure|works)\b(?! to\b)/;

/** What a mention of an area says of it. */
export type Standing = 'wanted' | 'home' | 'not wanted';
/** The first row that fits decides; `null`: it is not the place, or no place for a home. */
const CUES: readonly (readonly [standing: Standing | null, side: 'before' | 'after', pattern: RegExp])[] = [
  [null, 'before', new RegExp(`(?:${PERSON_BEFORE})$`)],
  [null, 'after', PERSON_AFTER],
  [null, 'after', NAMED_AFTER_TOWN],
  ['wanted', 'after', CHOSEN_AFTER],
  [null, 'before', new RegExp(PART_REFUSED)],
  ['not wanted', 'before', new RegExp([NEGATION, ORIGIN, WORSE].join('|'))],
  ['not wanted', 'after', REFUSED_AFTER],
  [null, 'before', new RegExp(VISITS)],
  ['home', 'before', new RegExp(LIVES)],
];

/**
 * What the words around an area say of it; `undefined` when nothing does, `null` when it is not the place ("this is
 * Allen"), or no place for a home ("I work in Plano").
 */
export function standingAround(before: string, after: string): Standing | null | undefined {
  const sides = { before, after };
  const cue = CUES.find(([, side, pattern]) => pattern.test(sides[side]));
  return cue?.[0];
}

const ALL_OF_THEM = wording(
  'anywhere|everywhere|wherever|anything but|any (?:area|city|town|of (?:them|those|these)|1 of them)|all of (?:them|those|these|the above)',
  '(?:no|not have (?:a|any|much of a))(?: [a-z]+)? (?:pref|preference|favou?rite)s?|open to (?:any|all|whatever)[a-z ]*|(?:do not|does not) (?:really )?care (?:where|which|what)[a-z ]*',
);
/** Only as the whole answer: in "3 or 4 beds doesn't matter" it is about beds. */
const ALL_AS_ANSWER =
  /^(?:(?:it|that|location|area|city|honestly|really|i|we|idk|lol),? )*(?:any|either|all|whatever|(?:do not|does not)(?: really)? (?:matter|care))(?: (?:1|one|is|are|of|them|fine|good|works?|ok|to|me|us|at|all|really|tbh|honestly))*[.! ]*$/;

/** Whether the answer to "which area?" means all of them. */
export function meansAllAreas(plain: string): boolean {
  return ALL_OF_THEM.test(plain) || sentencesOf(plain).some((sentence) => ALL_AS_ANSWER.test(sentence));
}
