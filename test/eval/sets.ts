import { readConversations, readTexts } from './labels';
import type { LabelledConversation, LabelledText } from './labels';

/** The parts of the labels: what rules are written with, what is held out of that, and another author's. */
export const SETS = ['dev', 'heldOut', 'unseen'] as const;
export type SetName = (typeof SETS)[number];

export interface LabelledSet {
  readonly texts: readonly LabelledText[];
  readonly conversations: readonly LabelledConversation[];
}

/** Reads one of the sets. */
export function readSet(name: SetName): LabelledSet {
  if (name === 'unseen') return { texts: readTexts('unseen.jsonl'), conversations: [] };
  const isOfSet = (label: { readonly held_out: boolean }) => label.held_out === (name === 'heldOut');
  return {
    texts: readTexts('texts.jsonl').filter(isOfSet),
    conversations: readConversations('conversations.jsonl').filter(isOfSet),
  };
}
