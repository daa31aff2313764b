import { daysUntilNamedDate } from './calendar';
import { longestPlanDays } from './durations';
import type { Timeline } from './facts';
import { firstMeaning, wording } from './phrases';
import type { Phrase } from './phrases';
import { rewrite } from './rewrite';
import type { Rewrite } from './rewrite';

/** The longest time, in days, that each step covers; two weeks or less is immediate. */
const STEPS: readonly (readonly [days: number, step: Timeline])[] = [
  [14, 'immediate'],
  [31, '1_month'],
  [62, '2_months'],
  [93, '3_months'],
  [186, '6_months'],
  [550, '1_year'],
  // Nobody plans a move in so many years; it is the age of a roof or a marriage.
  [1_500, 'flexible'],
];

/** Shorthand of time. */
const SPELLINGS: readonly Rewrite[] = [
  [/\b([a-z]{3,}|\d+(?:st|nd|rd|th)?)-?ish\b/g, '$1'],
  [/\beom\b/g, 'end of month'],
  [/\b(\d+|few|couple) or so (?=day|week|month|year)/g, '$1 '],
  [/\b(?:asap{2,}|a s a p)\b/g, 'asap'],
  [/\bimm?ed[a-z]*ly\b/g, 'immediately'],
  [/\beoy\b/g, 'end of year'],
  [/\bb4\b/g, 'before'],
  [/\b(day|week|month|year) 2 \1\b/g, '$1 to $1'],
  [/\b(?:first|1st) quarter\b/g, 'q1'],
  [/\b(?:second|2nd) quarter\b/g, 'q2'],
  [/\bnxt\b/g, 'next'],
  [/\banother (?=\d|few|couple|half)/g, ''],
  [/\banother (?=week|month|year)/g, '1 '],
  [/\b(?:within|in|over|during) the (?:next |coming )?(?=week|month|year)/g, 'in 1 '],
  [/\b(?:cpl|coupl|cple)\b/g, 'couple'],
  [/(?<=\b|\d)m(?:n?th|nt|onht)s?\b/g, 'months'],
  [
    /(?<!\b(?:a|an|\d|this|next|last|the|every|per|half) )\b(week|month|year)(?= from (?:now|today)| or (?:so|two|2))/g,
    '1 $1',
  ],
];

/** What happened, and how things are: no plan ("sold in march", "been here 10 years", "behind 3 months"). */
const PAST = wording(
  'ago|since(?! (?:my|our|the|we|i)\\b)|been|(?:was|(?<=\\w )were)(?! (?:hoping|thinking|planning|wanting|looking))',
  'had|behind|old|used to|back in|took|last time',
  'last (?:(?:week|month)(?! of)|year|spring|summer|fall|winter|[a-z]+day|jan|feb|mar|apr|june?|july?|aug|sep|oct|nov|dec)[a-z]*',
  '(?:^|(?:i|we|they|he|she|just|already|who|which|that|dad|mom|husband|wife|recently) )(?:just |already |both )?(?:sold|bought|purchased|closed(?: on)?|moved|retired|passed(?: away)?|died|built|started|lost|remodeled|replaced|redid|painted|divorced|separated|listed|got (?!to\\b)|had|applied|submitted|lived?|owned?|rented|met|saw|toured|talked|spoke|went|came|(?!need|want|hop|plan|prefer|excit|interest|suppos|pre)[a-z]+ed)',
);
/** Words with someone, or an errand: their time is not the time of the move. */
const OTHER_EVENTS = wording(
  '(?:call|text|ask|talk|speak|chat|message|email|reply|respond|send|ping|buzz|reach|contact)(?:s|ed|ing)?(?: back)?(?: to| with)? (?:you|me|us|him|her|them|my|jorge|the|a|later|back|again|tomorrow|today|tonight|next|on|in|after|at)',
  '(?:call|text|talk|chat) (?:later|soon)|let (?:you|me|us|him|her) know|get(?:ting)? back|circle back|touch base',
  'follow(?:ing)? up|check (?:back|with|in)|think (?:about|on) it|hit (?:you|me) up|come (?:by|over|see)|stop by',
  'see (?:you|it|the)',
  'happy|merry|have a (?:good|great|nice|wonderful|blessed|happy|safe)|enjoy|hope you|busy|at work',
  'work(?:ing)? (?:late|til|till|until)|off work|in (?:a )?meetings?|out of town|on vacation|on (?:a )?trip|driving',
  'traveling|appointment|showings?|open house|tours?|talk much|doctor',
  '(?:pre ?-?)?(?:approv|qualif)[a-z]*|refi[a-z]*|lenders?|denied|credit|rate lock|paperwork|docs|warrant(?:y|ies)',
  'hoa|taxes|insurance|per (?:month|year)|rent (?:is|went|goes)',
);
/** What makes a clause a plan, whatever else it says. */
const MOVE =
  '(?:mov(?:e|ing)|sell(?:ing)?|buy(?:ing)?|clos(?:e|ing)|list(?:ing)?|relocat(?:e|ing)|be (?:in(?! (?:a|the) (?:meeting|office|car))|out(?! of town)|gone|there|moved|ready)|get (?:in|out)|find (?:a|something)|out of (?:here|our|my)|gone|in by|out by|pcs(?:ing)?|leav(?:e|ing)|settled|transition(?:ing)?|retir(?:e|ing))';
const PLANS = wording(
  `(?:need|want|wanted|have|has|got|must|plan|planning|hope|hoping|looking|trying|like|going|ready|will|can|could|supposed|aiming|prefer|rather|gotta|to) (?:[a-z]+ ){0,4}?${MOVE}`,
);
/** Unasked, only a text about a move, or hardly more than a time, tells a timeline. */
const ABOUT_MOVING = wording(
  `${MOVE}|need|want|looking|lease|house|home|place|hunting|timeline|timeframe|deadline|move[- ]in|report date`,
  'orders|within|rush|hurry|market|spend',
);
const SHORT = /^(?:(?:in|within|for|by|about|like|maybe|probably|at|a|of) )*(?:\S+ ){0,3}\S+$/;
const BETWEEN_CLAUSES = /[,;!?()\n]+|\.(?!\d)|\b(?:but|so|and|because|bc|cause|though|otherwise|then)\b/;

const SOON_ENOUGH =
  '(?:sell|move|buy|close|start|go|list|out|in|begin|ready|offer|need it|leave|vacate|do it|sold|gone|done)';
/** In a text of any kind. */
const PHRASES: readonly Phrase<Timeline>[] = [
  [
    'flexible',
    wording(
      '(?:no|not(?: really| exactly| necessarily)?(?: in)?(?: any| a| a big| that much of a)?|without) (?:real |big |particular |great |huge )?(?:rush|hurry|urgency)',
      'not (?:really )?(?:urgent|asap|immediately|rushing|right away|any ?time soon)',
      'do not (?:need|have|want) to (?:rush|[a-z]+ (?:right away|immediately|asap))',
      '(?:no|do not have an?y?) (?:set |specific |real |particular |hard |exact |firm )?(?:timeline|time ?frame|time line|deadline|date)(?: in mind| yet| set)?',
      '(?:timeline|timing|time ?frame|date)(?: is|:)? (?:pretty |very |totally )?(?:flexible|open)',
      'just (?:looking|browsing|starting)(?: around)?(?! (?:for(?! now)|to|in|at)\\b)',
      'as soon as (?:i|we) (?:can )?(?:find|sell|buy)|some ?day|eventually|down the (?:road|line)|window shopping',
      'testing the (?:waters|market)',
      'when(?:ever)? (?:the right|i find|we find|i feel|it feels|the market|the time is)[a-z ]{0,30}',
      'in no rush|take (?:my|our) time|taking (?:my|our) time|years? (?:away|out)|not for (?:a )?(?:while|long time)',
    ),
  ],
  ['1_month', wording('next month')],
  [
    'immediate',
    wording(
      'asap|a\\.s\\.a\\.p|as soon as (?:possible|i can|we can)|right away|immediately|urgent|urgently|yesterday',
      'soon as (?:possible|we can|i can)|as (?:quick|quickly|fast) as (?:possible|i can|we can)',
      '(?:sooner|quicker|faster|earlier) the better',
      `${SOON_ENOUGH} (?:it )?(?:right )?(?:now|today|tomorrow|this week|next week)`,
      '(?<!\\b(?:not|never|if|when|until|once|be|get)(?: [a-z]+){0,2} )(?:ready|good) to (?:go|move|buy|sell|close|list|make an offer|make a move)(?: now| today)?(?! until| when| in| once| after)',
      'within days|in days|any day now',
      '(?:close|closing|move|moving)(?: [a-z]+){0,3} (?:mon|tues|wednes|thurs|fri|satur|sun)day',
      '(?:by|before) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend)',
    ),
  ],
];
/** Only as the answer to "when". */
const ANSWERS: readonly Phrase<Timeline>[] = [
  [
    'flexible',
    wording(
      'flexible|just curious|when ?ever|any ?time',
      '(?<=^|, )(?:(?:i|we|am|are|im|pretty|very|so) )*open(?= *(?:$|[.,!]|to))|it does not matter|do not care',
      'no preference|not (?:sure|ready) yet',
    ),
  ],
  [
    'immediate',
    wording(
      '^(?:right )?now|now is (?:good|fine|great|perfect)',
      '(?<=^|, |\\b(?:like|by|maybe|do|ready) )(?:today|tomorrow|(?:this|next) week(?:end)?)|ready now',
      'very quick(?:ly)?|^quick(?:ly)?',
    ),
  ],
];
/** "45" to "when?" is a number of days. */
const BARE_DAYS =
  /^(?:about |around |maybe |like |in |within |prefer |need |more like |say |at least )?(?:\d{2} ?(?:-|to|or) ?)?(14|15|20|21|30|45|60|75|90|120|180)(?: ish| or so)?[.!]?$/;

/** Up to when the text says that it should have happened. `unknown` when it says nothing of it. */
export function readTimeline(plain: string, today: string, isAsked: boolean): Timeline {
  const plans = plansIn(rewrite(plain, SPELLINGS), isAsked);
  const bareDays = isAsked ? BARE_DAYS.exec(plans)?.[1] : undefined;
  const days =
    longestPlanDays(plans) ??
    (bareDays === undefined ? null : Number(bareDays)) ??
    daysUntilNamedDate(plans, today, isAsked);
  if (days !== null) return stepFor(days);
  const phrase = firstMeaning(PHRASES, plans) ?? (isAsked ? firstMeaning(ANSWERS, plans) : null);
  return phrase ?? 'unknown';
}

/** The first step that is not shorter than so many days. */
export function stepFor(days: number): Timeline {
  return STEPS.find(([longest]) => days <= longest)?.[1] ?? 'unknown';
}

/** The clauses that can tell a time of moving. */
function plansIn(plain: string, isAsked: boolean): string {
  const isAboutMoving = isAsked || ABOUT_MOVING.test(plain);
  return plain
    .split(BETWEEN_CLAUSES)
    .map((clause) => clause.trim())
    .filter((clause) => PLANS.test(clause) || !(PAST.test(clause) || OTHER_EVENTS.test(clause)))
    .filter((clause) => isAboutMoving || SHORT.test(clause))
    .join(', ');
}
