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
  Topic,
  Understanding,
} from './facts';
export { mergeFacts } from './merge-facts';
export { sentencesOf, toPlainText } from './plain-text';
export { understandText } from './understand-text';
