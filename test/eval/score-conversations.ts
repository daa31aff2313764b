import { findViolations } from './invariants';
import { judgeEnd } from './judge-end';
import type { LabelledConversation } from './labels';
import { playConversation } from './play';
import type { Share } from './score';

export interface ConversationScore {
  readonly passed: Share;
  /** One line per difference from a label and per violated invariant. */
  readonly mistakes: readonly string[];
}

/** Plays conversations one after the other: each has a service of its own. */
export async function scoreConversations(conversations: readonly LabelledConversation[]): Promise<ConversationScore> {
  const mistakes: string[] = [];
  let passed = 0;
  for (const conversation of conversations) {
    const found = await mistakesIn(conversation);
    if (found.length === 0) passed += 1;
    mistakes.push(...found.map((mistake) => `${conversation.id} ${mistake}`));
  }
  return { passed: { part: passed, whole: conversations.length }, mistakes };
}

/** A conversation that cannot be played to its end has not passed; the others still count. */
async function mistakesIn(conversation: LabelledConversation): Promise<readonly string[]> {
  try {
    const played = await playConversation(conversation);
    return [...judgeEnd(played, conversation.end), ...findViolations(played)];
  } catch (error) {
    return [`was broken off: ${error instanceof Error ? error.message : String(error)}`];
  }
}
