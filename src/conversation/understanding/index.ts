export { declines } from './read-decline';
export { answersQuestion } from './answers';
export { attributeFacts } from './attribute-facts';
export type { FactSource, FactSources, SourcedFact } from './attribute-facts';
export { NO_FACTS } from './facts';
export type {
  Facts,
  Financing,
  Intent,
  Motivation,
  PropertyCondition,
  Question,
  ReadingContext,
  TextSignals,
  Timeline,
  Topic,
  Understanding,
} from './facts';
export { joinReadings } from './join-readings';
export { mergeFacts } from './merge-facts';
export { without, wording } from './phrases';
export { sentencesOf, toPlainText } from './plain-text';
export { readConsent } from './read-consent';
export { readSocial } from './read-social';
export { rewrite } from './rewrite';
export type { Rewrite } from './rewrite';
export { understandText } from './understand-text';
