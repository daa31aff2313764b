import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../config';
import { AnalysisService, newTurn } from '../conversation';
import type { AnsweredPreview, FollowUpAdvice } from '../conversation';
import { AdaptiveTiming } from './adaptive-timing';
import { NextStep } from './next-step';

/** Tells an analysis what would be said next if the contact went quiet after the reply. */
@Injectable()
export class FollowUpAdviser implements OnModuleInit {
  constructor(
    private readonly analysis: AnalysisService,
    private readonly next: NextStep,
    private readonly timing: AdaptiveTiming,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.analysis.adviseWith((answered) => this.advise(answered));
  }

  private async advise({ conversation, text, response }: AnsweredPreview): Promise<FollowUpAdvice | null> {
    const timestamp = new Date(this.clock.now()).toISOString();
    const turn = {
      ...newTurn({ timestamp, userMessage: text, aiResponse: response }),
      sent: true,
      repliedAt: timestamp,
    };
    const answered = { ...conversation, history: [...conversation.history, turn] };
    const planned = this.next.of(answered);
    return planned && this.timing.preview(planned, answered);
  }
}
