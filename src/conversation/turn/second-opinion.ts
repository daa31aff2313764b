import { Injectable } from '@nestjs/common';
import { ClaudeReader } from '../claude';
import type { ClaudeReading } from '../claude';
import type { ResponseStyle } from '../experiments';
import { withSecondReading } from '../planning';
import type { Assessment, Plan } from '../planning';
import type { ClaudeUsage, Conversation, Turn } from '../state';
import { NO_FACTS } from '../understanding';
import type { Facts, Question } from '../understanding';

/** What the patterns have made of the texts, and how a plan follows from it. */
export interface FirstOpinion {
  readonly before: Conversation;
  readonly texts: readonly string[];
  readonly pendingQuestion: Question | null;
  readonly assessment: Assessment;
  /** How the contact is talked to. */
  readonly style: ResponseStyle;
  readonly isAskedAnew?: boolean;
  toPlan(assessment: Assessment): Plan;
}

/** The texts as both have read them. */
export interface SecondOpinion {
  readonly assessment: Assessment;
  /** The bot's step in Claude's words; `null` where the profile's words are to be used. */
  readonly draft: string | null;
  /** `used`, or why not; `null`: Claude was not asked. */
  readonly claude: string | null;
  /** At least its facts and points have gone into the assessment. */
  readonly isUsed: boolean;
  readonly isCached: boolean;
  readonly usage: ClaudeUsage | null;
}

const NOT_USED = { draft: null, claude: null, isUsed: false, isCached: false, usage: null };

/**
 * Asks Claude, once a turn and only where a bot speaks in its own words. Whatever it says, the code decides: its facts
 * fill what the patterns left open, and its reply is taken only if it says what was planned.
 */
@Injectable()
export class SecondOpinions {
  constructor(private readonly claude: ClaudeReader) {}

  async ask(first: FirstOpinion, signal: AbortSignal): Promise<SecondOpinion> {
    const { before, assessment } = first;
    const plan = first.toPlan(assessment);
    if (plan.kind !== 'say' || !plan.step || this.claude.mode() === 'pattern_only') {
      return { ...NOT_USED, assessment };
    }
    const outcome = await this.claude.read(this.request(first, plan), signal, first.isAskedAnew);
    if (outcome.kind === 'fallback') {
      return { ...NOT_USED, assessment, claude: outcome.reason, usage: outcome.usage };
    }
    const { reading } = outcome;
    const facts = withNeeds(openFacts(reading.facts, assessment.understanding.facts), reading);
    const second = { facts, scoreRaise: reading.scoreRaise };
    const both = withSecondReading(before, assessment, second, first.pendingQuestion, first.style.profile);
    const final = first.toPlan(both);
    const isSameStep = final.kind === 'say' && final.step !== undefined && final.step.question === reading.asks;
    const draft = isSameStep ? reading.reply : null;
    return {
      assessment: both,
      draft,
      claude: draft === null ? 'its facts used; its reply asks something else' : 'used',
      isUsed: true,
      isCached: outcome.isCached,
      usage: reading.usage,
    };
  }

  private request({ before, texts, assessment, pendingQuestion, style }: FirstOpinion, plan: Plan & { kind: 'say' }) {
    const { facts, botType } = assessment.conversation;
    const { kind, question } = plan.step ?? { kind: 'answer', question: null };
    return {
      profile: style.profile,
      botType: plan.changes.botType ?? botType ?? 'lead',
      facts,
      history: before.history.map(toldTurn),
      texts,
      step: { kind, question, wording: [...(plan.answers ?? []), plan.text].join(' ') },
      pendingQuestion,
      ...(style.instruction !== undefined && { style: style.instruction }),
    } as const;
  }
}

/** What has not got through has not been said. */
function toldTurn({ userMessage, aiResponse, sent }: Turn) {
  return { userMessage, aiResponse: sent === false ? '' : aiResponse };
}

/** Only what the patterns have not read. */
function openFacts(facts: Partial<Facts>, read: Facts): Partial<Facts> {
  const isOpen = (name: string) =>
    JSON.stringify(read[name as keyof Facts]) === JSON.stringify(NO_FACTS[name as keyof Facts]);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => isOpen(name)));
}

function withNeeds(facts: Partial<Facts>, { needs }: ClaudeReading): Partial<Facts> {
  switch (needs) {
    case 'nothing':
      return facts;
    case 'person':
      return { ...facts, wantsHuman: true };
    case 'stop':
      return { ...facts, consent: 'stop' };
  }
}
