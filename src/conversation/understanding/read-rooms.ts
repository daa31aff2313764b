import type { Facts } from './facts';

const NUMBER = String.raw`(?<![\w$.,]|\bin )(\d{1,2}(?:\.\d{1,2})?)`;
const RANGE = String.raw`(?: ?(?:-|to|or) ?\d{1,2}(?:\.\d)?)?`;
const BEDS = new RegExp(
  String.raw`${NUMBER}${RANGE}\+? ?(?:plus|or more)? ?-?(?:bed(?:room|rm|der)?s?|bdrms?|bdr|brs?|bds?|rooms? house)(?![a-z])`,
);
const BATHS = new RegExp(
  String.raw`${NUMBER}${RANGE}\+? ?(?:plus|or more)? ?-?(?:full |and a half )?(?:bath(?:room|rm)?s?|bths?|ba)(?![a-z])`,
);
/** "3b2b", "3bd2ba". */
const RUN_TOGETHER = /(?<!\w)(\d)b(?:d|r)?[ /,]?(\d(?:\.5)?)b(?:a)?(?!\w)/;
/** "3/2", "4/2.5/2", "3x2"; not a date, a fraction or "24/7". */
const SLASHED = /(?<![\w/.$-])(\d)(?:\/|x)(\d(?:\.\d)?)(?:\/\d)?(?![\w/-]| ?(?:acres?|of|off|mile|the|am|pm)\b)/;
const DATE_BEFORE = /\b(?:by|on|before|until|since|date|due|starting|from|after|ends|is|up|moving|closing|around) ?$/;
/** "3 bed 2": the second number is the baths. */
const BATHS_AFTER_BEDS = new RegExp(
  String.raw`${BEDS.source}[ ,/&]{1,3}(?:and )?(\d(?:\.5)?)(?= ?(?:[,.!?]|$|in\b|under\b|with\b))`,
);

const MOST_ROOMS = 12;

/** Bedrooms and bathrooms; of a range the smaller number, which would do. @param isDateAsked "3/2" is then a date. */
export function readRooms(plain: string, isDateAsked: boolean): Pick<Facts, 'beds' | 'baths'> {
  const pair = RUN_TOGETHER.exec(plain) ?? (isDateAsked ? null : slashedPair(plain));
  const beds = roomsOf(BEDS.exec(plain)?.[1] ?? pair?.[1]);
  const baths = roomsOf(BATHS.exec(plain)?.[1] ?? pair?.[2] ?? BATHS_AFTER_BEDS.exec(plain)?.[2]);
  return { beds: beds === null ? null : Math.floor(beds), baths };
}

function slashedPair(plain: string): RegExpExecArray | null {
  const match = SLASHED.exec(plain);
  if (!match || DATE_BEFORE.test(plain.slice(0, match.index))) return null;
  const [, beds, baths] = match;
  return Number(beds) > 1 && Number(baths) <= Number(beds) ? match : null;
}

function roomsOf(digits: string | undefined): number | null {
  const rooms = Number(digits ?? 0);
  return rooms > 0 && rooms <= MOST_ROOMS ? rooms : null;
}
