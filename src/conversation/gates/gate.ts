import type { BusinessProfile } from '../../config';

/** Who wrote a draft: the agent's own wording in the business profile, or Claude. */
export type Author = 'wording' | 'claude';

/** A text that is about to be sent. */
export interface OutgoingText {
  readonly text: string;
  readonly author: Author;
}

/** What a text may say. */
export interface Truth {
  /** Its wordings' numbers and links may be repeated; its names tell the gates what is an area and who is the agent. */
  readonly profile: BusinessProfile;
  /** The contact's text, or texts, that this is the answer to; empty when the bot speaks first. */
  readonly answering: string;
  /**
   * What else holds words, numbers and days that may be repeated: what the contact wrote before, the contact's first
   * name, the facts (as JSON), the offered times in the words of `describeSlots`.
   */
  readonly knownTexts: readonly string[];
  /** The CRM has said that an appointment is booked. */
  readonly isBooked: boolean;
  /** A person has been asked to take over, or is with this very reply. */
  readonly isHandedOff: boolean;
  /** `null` when there is none, or when the answer is owed whatever was said before (HELP). */
  readonly previousReply: string | null;
}

export type GateName = 'sms' | 'repetition' | 'fair_housing' | 'true_claims';

/** Why a draft may not go out. Goes to the log: the reason never quotes the draft. */
export interface Refusal {
  readonly author: Author;
  readonly gate: GateName;
  readonly reason: string;
}

/** A draft as the gates see it. */
export interface JudgedText extends OutgoingText {
  /** The text in one spelling: `toPlainText`, with the profile's areas as "area", its agent as "agent", its team as "the team". */
  readonly plain: string;
}

/** @returns why the text may not go out, or `null` when it may. */
export type Gate = (draft: JudgedText, truth: Truth) => string | null;
