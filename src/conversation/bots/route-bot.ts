import { hasTag } from '../../ghl';
import type { BotType } from '../contact-event';
import type { Intent } from '../understanding';

/** What the choice of the bot can rest on. */
export interface RoutingClues {
  /** Chosen by a workflow, a caller or the contact's `bot_type` field. */
  readonly explicit: BotType | null;
  /** The bot that already owns the conversation. */
  readonly owner: BotType | null;
  readonly tags: readonly string[];
  readonly intent: Intent;
}

export interface Route {
  /** `null`: it is not clear, so the contact is asked. */
  readonly botType: BotType | null;
  readonly reason: string;
}

/** Which bot answers; the first clue that says something decides. */
export function routeBot(clues: RoutingClues): Route {
  if (clues.explicit) return { botType: clues.explicit, reason: 'bot_type is set' };
  if (clues.owner) return { botType: clues.owner, reason: 'the bot that owns the conversation' };
  const tagged = botOfTags(clues.tags);
  if (tagged) return { botType: tagged, reason: 'tag of the contact' };
  return botOfIntent(clues.intent);
}

/** Tags of both kinds cancel each other out. */
function botOfTags(tags: readonly string[]): BotType | null {
  const isSeller = hasTag(tags, 'seller-intent');
  if (isSeller === hasTag(tags, 'buyer-intent')) return null;
  return isSeller ? 'seller' : 'lead';
}

/** The bot that a stated intent asks for. */
export function botOfIntent(intent: Intent): Route {
  switch (intent) {
    case 'buy':
      return { botType: 'lead', reason: 'the text is about buying' };
    case 'sell':
      return { botType: 'seller', reason: 'the text is about selling' };
    case 'both':
      // Who sells and buys sells first: the purchase depends on it.
      return { botType: 'seller', reason: 'the text is about selling and buying' };
    case 'unclear':
    case 'none':
      return { botType: null, reason: 'buying or selling is not clear' };
  }
}
