export type Intent = 'buy' | 'sell' | 'both' | 'unclear' | 'none';
export type Timeline =
  'immediate' | '1_month' | '2_months' | '3_months' | '6_months' | '1_year' | 'flexible' | 'unknown';
export type Financing =
  'cash' | 'pre_approved' | 'conventional' | 'fha' | 'va' | 'jumbo' | 'needs_financing' | 'unknown';
export type Motivation =
  | 'relocation'
  | 'financial'
  | 'divorce'
  | 'inheritance'
  | 'investment'
  | 'downsizing'
  | 'upsizing'
  | 'other'
  | 'unknown';
export type PropertyCondition = 'move_in_ready' | 'minor_work' | 'major_work' | 'unknown';
export type Consent = 'stop' | 'start' | 'help' | 'none';

/** What a bot can have asked last; it decides what a bare "600" or "yes" means. */
export type Question =
  'intent' | 'area' | 'budget' | 'financing' | 'timeline' | 'motivation' | 'condition' | 'price' | 'booking';

/** What a text can ask of the bot; `why` asks back about the bot's own question, `other` is none of these. */
export type Topic = 'listings' | 'home_value' | 'fees' | 'neighborhood' | 'purpose' | 'process' | 'why' | 'other';

/** What texts say; `null`, `unknown` or an empty list where they say nothing. Money in whole USD. */
export interface Facts {
  readonly intent: Intent;
  readonly budgetMinUsd: number | null;
  readonly budgetMaxUsd: number | null;
  readonly priceExpectationUsd: number | null;
  /** The first step that is not shorter than what was said. */
  readonly timeline: Timeline;
  /** The answer to "would 30 to 45 days be a problem": `true` = it would not. */
  readonly timelineAcceptable: boolean | null;
  /** Names of the profile's service areas. */
  readonly areas: readonly string[];
  readonly financing: Financing;
  readonly beds: number | null;
  readonly baths: number | null;
  readonly motivation: Motivation;
  readonly propertyCondition: PropertyCondition;
  readonly consent: Consent;
  readonly wantsHuman: boolean;
  readonly wrongNumber: boolean;
  readonly autoReply: boolean;
  /** "Who is this?", "how did you get my number?" */
  readonly asksWho: boolean;
  readonly asksIfBot: boolean;
  /** A wish for a phone call; `wantsHuman` is true as well. */
  readonly wantsCall: boolean;
  /** Asks what only a lawyer, lender or tax adviser should answer. */
  readonly wantsAdvice: boolean;
  readonly isAbusive: boolean;
  /** Displeasure, with or without insults. */
  readonly isAngry: boolean;
  /** Thanks or a goodbye with thanks, and nothing else. */
  readonly isThanks: boolean;
}

/** How a text is put, beside what it says; feeds the urgency and intent parts of the lead score. */
export interface TextSignals {
  readonly length: number;
  readonly urgentWords: number;
  readonly intentPhrases: number;
  readonly questions: number;
}

export interface Understanding {
  readonly facts: Facts;
  readonly signals: TextSignals;
  /** `null`: nothing was asked. `false`: the question stays open ("what do you mean?", "why do you ask?"). */
  readonly answersPending: boolean | null;
  /** What it asks of the bot, the most specific topic first; empty when it asks nothing. */
  readonly asksAbout: readonly Topic[];
}

/** An area of the business profile; a text that says an alias means the name. */
export interface ServiceArea {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What a text is read against. */
export interface ReadingContext {
  readonly pendingQuestion: Question | null;
  /** The words it was asked in, where known: "yes" to "would that be a problem?" is not "yes" to "does that work?". */
  readonly pendingWording?: string | null;
  readonly areas: readonly ServiceArea[];
  /** The reader's day, ISO date (`2026-11-23`): "by spring" and "in march" depend on it. */
  readonly today: string;
}

/** Facts of a text that says nothing. */
export const NO_FACTS: Facts = {
  intent: 'none',
  budgetMinUsd: null,
  budgetMaxUsd: null,
  priceExpectationUsd: null,
  timeline: 'unknown',
  timelineAcceptable: null,
  areas: [],
  financing: 'unknown',
  beds: null,
  baths: null,
  motivation: 'unknown',
  propertyCondition: 'unknown',
  consent: 'none',
  wantsHuman: false,
  wrongNumber: false,
  autoReply: false,
  asksWho: false,
  asksIfBot: false,
  wantsCall: false,
  wantsAdvice: false,
  isAbusive: false,
  isAngry: false,
  isThanks: false,
};
