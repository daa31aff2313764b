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
  Timeline,
  Understanding,
} from './facts';
export { mergeFacts } from './merge-facts';
export { sentencesOf, toPlainText } from './plain-text';
export { understandText } from './understand-text';
