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
export { without, wording } from './phrases';
export { sentencesOf, toPlainText } from './plain-text';
export { readSocial } from './read-social';
export { rewrite } from './rewrite';
export type { Rewrite } from './rewrite';
export { understandText } from './understand-text';
