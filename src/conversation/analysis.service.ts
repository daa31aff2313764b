import { Inject, Injectable } from '@nestjs/common';
import { BUSINESS_PROFILE } from '../config';
import type { BusinessProfile } from '../config';
import type { CrmAction } from '../ghl';
import type { BotType } from './contact-event';
import { ContactLanes } from './contact-lanes';
import { CrmSync } from './crm';
import { judgeLead } from './lead-criteria';
import type { LeadCriteria } from './lead-criteria';
import { ConversationManager, UNREAD_CONTACT } from './state';
import type { Conversation } from './state';
import type { Assessment } from './planning';
import { learnedUpdate, TurnDecider } from './turn';
import type { Preview, SecondOpinion } from './turn';
import type { Question } from './understanding';

/** A text to be judged without being answered. */
export interface AnalysisRequest {
  readonly contactId: string;
  readonly locationId: string;
  readonly text: string;
  readonly botType: BotType | null;
  /** What the bot had asked; `null`: what the conversation says. */
  readonly pendingQuestion: Question | null;
  readonly firstName: string | null;
  readonly tags: readonly string[] | null;
  /** Claude is asked also where it has answered the same within five minutes. */
  readonly isAskedAnew: boolean;
  /** Changes nothing anywhere. */
  readonly isDryRun: boolean;
}

/** What would be said next if the contact went quiet after the reply. */
export interface FollowUpAdvice {
  readonly step: string;
  /** Epoch milliseconds. */
  readonly dueAtMs: number;
  readonly reason: string;
}

/** A contact as it would be after a text and its reply. */
export interface AnsweredPreview {
  readonly conversation: Conversation;
  readonly text: string;
  readonly response: string;
}

/** Knows what comes after a reply; the conversation does not. */
export type FollowUpAdviser = (answered: AnsweredPreview) => Promise<FollowUpAdvice | null>;

/** What the service makes of a text. */
export interface Analysis {
  readonly assessment: Assessment;
  readonly criteria: LeadCriteria;
  /** What Claude had to do with it. */
  readonly opinion: SecondOpinion;
  /** What the bot would answer; `null` when it would stay silent, or would first have to book a time. */
  readonly response: string | null;
  /** Changes to the CRM; `ok` is `null` in a dry run. */
  readonly actions: readonly (CrmAction & { readonly ok: boolean | null })[];
  readonly followUp: FollowUpAdvice | null;
}

/** Judges a text: facts, score, and what the bot would say. Sends nothing to the contact. */
@Injectable()
export class AnalysisService {
  private adviser: FollowUpAdviser = () => Promise.resolve(null);

  constructor(
    private readonly lanes: ContactLanes,
    private readonly manager: ConversationManager,
    private readonly decider: TurnDecider,
    private readonly crm: CrmSync,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
  ) {}

  /** For whoever plans follow-ups. */
  adviseWith(adviser: FollowUpAdviser): void {
    this.adviser = adviser;
  }

  /** Stores the facts and brings the CRM up to date, unless it is a dry run. */
  analyze(request: AnalysisRequest): Promise<Analysis> {
    return this.lanes.run(request, async () => {
      const { contactId, locationId } = request;
      const before = withGiven(await this.manager.getContext(contactId, locationId), request);
      const preview = await this.decider.preview(before, request);
      const { assessment, botType, botState, response, opinion } = preview;
      const after = { ...assessment.conversation, botType };
      const criteria = judgeLead(after, this.profile);
      const actions = request.isDryRun ? this.plannedActions(after) : await this.store(after, preview);
      const conversation = { ...after, botState };
      const followUp = response === null ? null : await this.adviser({ conversation, text: request.text, response });
      return { assessment, criteria, opinion, response, actions, followUp };
    });
  }

  private plannedActions(conversation: Conversation): Analysis['actions'] {
    return this.crm.dueActions(conversation, 'all').map((action) => ({ ...action, ok: null }));
  }

  private async store(
    { contactId, locationId, botType }: Conversation,
    { assessment, opinion }: Preview,
  ): Promise<Analysis['actions']> {
    const learned = learnedUpdate(assessment, botType, opinion);
    const stored = await this.manager.updateContext({ contactId, locationId, ...learned });
    return this.crm.bringUpToDate(stored, 'all', null);
  }
}

/** The caller's word on the contact goes before what was known. */
function withGiven(conversation: Conversation, request: AnalysisRequest): Conversation {
  if (request.firstName === null && request.tags === null) return conversation;
  const known = conversation.contact ?? UNREAD_CONTACT;
  const contact = { ...known, firstName: request.firstName ?? known.firstName, tags: request.tags ?? known.tags };
  return { ...conversation, contact };
}
