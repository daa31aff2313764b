import type { Facts } from './facts';
import { without, wording } from './phrases';

const NUMBER = String.raw`(?<![\w$.,]|\d\/|\b(?:in|not) )(\d{1,2}(?:\.\d{1,2})?)`;
const RANGE = String.raw`(?: ?(?:-|to|or|\/(?=[3-9])) ?\d{1,2}(?:\.\d)?)?\+? ?(?:plus|or more)? ?-?`;
/** With the slips of a hurried thumb: "bedroms", "bedrm". */
const BED = String.raw`(?:bed(?: ?r[a-z]{0,4}m|der)?s?|bdrms?|bdr|brs?|bds?|rooms? house)`;
const BATH = String.raw`(?:full |and a half )?(?:bath(?: ?r[a-z]{0,4}m)?s?|bths?|ba)`;
const BEDS = new RegExp(String.raw`${NUMBER}${RANGE}${BED}(?![a-z])`);
const BATHS = new RegExp(String.raw`${NUMBER}${RANGE}${BATH}(?![a-z])`);
/** "BR 3 BA 2", "bedrooms: 3, bathrooms: 2" */
const LABELLED = new RegExp(String.raw`(?<!\d[ -]?)\b${BED}:? (\d)[ ,]+(?:and )?${BATH}:? (\d(?:\.5)?)(?!\w)`);
/** "3b2b", "3bd2ba", "3bed2bath". */
const RUN_TOGETHER = /(?<!\w)(\d)b(?:e?d|r)?[ /,]?(\d(?:\.5)?)b(?:a|ath)?(?!\w)/;
/** "3/2", "4/2.5/2", "3x2"; not a date, a fraction or "24/7". */
const SLASHED = /(?<![\w/.$-])(\d) ?(?:\/|x) ?(\d(?:\.\d)?)(?:\/\d)?(?![\w/-]| ?(?:acres?|of|off|mile|the|am|pm)\b)/;
/** "a 3-2 in Plano", "looking for a three two with a pool". */
const SPOKEN =
  /(?:\b(?:an?|for|need|want) |^)([2-6])[- ]([1-5](?:\.5)?)(?= (?:in|with|near|under|around|house|home|for)\b|(?<= \d[- ]\d)$)/;
const DATE_BEFORE = /\b(?:by|on|before|until|since|date|due|starting|from|after|ends|is|up|moving|closing|around) ?$/;
/** "3 bed 2": the second number is the baths. */
const BATHS_AFTER_BEDS = new RegExp(
  String.raw`${BEDS.source}[ ,/&]{1,3}(?:and )?(\d(?:\.5)?)(?= ?(?:[,.!?]|$|in\b|under\b|with\b))`,
);
/** The home they want to leave. */
const TOO_SMALL = wording(
  String.raw`(?:in|have|rent|renting) (?:an?|our|this|my) \d ${BED} ?(?:[a-z]+ )?(?:now|right now|currently|(?:and|but) (?:need|want))|(?:are|am|of \d{1,2}|us|kids|people|living|live|stuck|crammed|cramped) in (?:an?|our|this|my) \d ${BED}|from (?:an? )?\d ${BED}|outgr[eo]wn? (?:our|this|my|a) \d ${BED}`,
  String.raw`\d ${BED} (?:is |are )?(?:will not work|not enough|too small|not big enough)`,
);

const MOST_ROOMS = 12;

/** Bedrooms and bathrooms; of a range the smaller number, which would do. @param isDateAsked "3/2" is then a date. */
export function readRooms(plain: string, isDateAsked: boolean): Pick<Facts, 'beds' | 'baths'> {
  const wish = without(plain, TOO_SMALL);
  const labelled = LABELLED.exec(wish);
  if (labelled) return { beds: roomsOf(labelled[1]), baths: roomsOf(labelled[2]) };
  const pair = RUN_TOGETHER.exec(wish) ?? (isDateAsked ? null : pairIn(wish));
  const beds = roomsOf(BEDS.exec(wish)?.[1] ?? pair?.[1]);
  const baths = roomsOf(BATHS.exec(wish)?.[1] ?? pair?.[2] ?? BATHS_AFTER_BEDS.exec(wish)?.[2]);
  return { beds: beds === null ? null : Math.floor(beds), baths };
}

function pairIn(plain: string): RegExpExecArray | null {
  const slashed = SLASHED.exec(plain);
  const match = slashed && !DATE_BEFORE.test(plain.slice(0, slashed.index)) ? slashed : SPOKEN.exec(plain);
  const [, beds, baths] = match ?? [];
  return Number(beds) > 1 && Number(baths) <= Number(beds) ? match : null;
}

function roomsOf(digits: string | undefined): number | null {
  const rooms = Number(digits ?? 0);
  return rooms > 0 && rooms <= MOST_ROOMS ? rooms : null;
}
