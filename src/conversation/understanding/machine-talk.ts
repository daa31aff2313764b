import { wording } from './phrases';

const MACHINE_TALK = wording(
  '^\\W*(?:system|assistant|user|developer|admin) ?:',
  '(?:ignore|disregard|forget) (?:all |any |the |your |every ?thing )*(?:previous|prior|above|earlier) ?(?:instructions?|prompts?|rules|messages)?',
  'mark (?:this|me|the)(?: lead| contact)? as|developer mode|you are now (?:a|an|in)\\b|system prompt',
);

/** True for a sentence that is written for a language model; it says nothing of the person's plans. */
export function isMachineTalk(sentence: string): boolean {
  return MACHINE_TALK.test(sentence);
}
