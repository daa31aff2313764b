import type { HandoffReason } from '../handoff';
import type { PlanChanges, SpokenStep } from '../planning';
import type { GateDecision } from '../state';

/** A plan with everything asked of the calendar; `text` is `null` for silence. */
export interface Decision {
  readonly text: string | null;
  readonly reason: string;
  readonly changes: PlanChanges;
  readonly handoffs: readonly HandoffReason[];
  /** What a bot says in its own words; `null` where the words are fixed. */
  readonly step: SpokenStep | null;
  /** Something has been done that the contact has to be told: it is not decided again. */
  readonly isDone: boolean;
}

/** What goes out, and what each gate said. */
export interface GatedReply {
  /** `null`: nothing goes out. */
  readonly text: string | null;
  readonly gates: readonly GateDecision[];
  /** What the bot had to say was refused: a person has to say it. */
  readonly isWithheld: boolean;
}
