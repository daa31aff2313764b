export { attributeFacts } from './attribute-facts';
export type { FactSource, FactSources, SourcedFact } from './attribute-facts';
export { NO_FACTS } from './facts';
export type {
  Consent,
  Facts,
  Financing,
  Intent,
  Motivation,
  PropertyCondition,
  Question,
  ReadingContext,
  ServiceArea,
  TextSignals,
  Topic,
  Timeline,
  Topic,
  Understanding,
} from './facts';
export { mergeFacts } from './merge-facts';
export { sentencesOf, toPlainText } from './plain-text';
export { readConsent } from './read-consent';
export { answersQuestion } from './answers';
export { attributeFacts } from './attribute-facts';
export type { FactSources, SourcedFact } from './attribute-facts';
export { joinReadings } from './join-readings';
export { understandText } from './understand-text';
