import type { ConversationFile } from '../../src/conversation/state/conversation-file';

/** A conversation as it was seen from outside. */
export interface Played {
  readonly turns: readonly PlayedTurn[];
  /** Tasks for a person that were made in the CRM. */
  readonly tasks: number;
}

/** One text of the contact, and what it led to. */
export interface PlayedTurn {
  readonly text: string;
  /** What the contact was sent since. */
  readonly replies: readonly string[];
  /** The conversation once the text was done with. */
  readonly file: PlayedFile;
}

/** The part of a conversation's file that is judged. */
export type PlayedFile = Pick<
  ConversationFile,
  | 'bot_type'
  | 'bot_state'
  | 'lead_preferences'
  | 'seller_preferences'
  | 'lead_temperature'
  | 'seller_temperature'
  | 'seller_questions_answered'
  | 'opted_out'
>;
