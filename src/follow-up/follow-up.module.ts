import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation';
import { GrowthModule } from '../growth';
import { AdaptiveTiming } from './adaptive-timing';
import { FollowUpAdviser } from './follow-up-adviser';
import { FollowUps } from './follow-ups';
import { FollowUpsController } from './follow-ups.controller';
import { NextStep } from './next-step';
import { FollowUpPlanner } from './planner';
import { Schedule, SlaSchedule } from './schedule';
import { SlaWatch } from './sla-watch';
import { StepRunner } from './step-runner';

/** When the bots speak first, and what about. */
@Module({
  imports: [ConversationModule, GrowthModule],
  controllers: [FollowUpsController],
  providers: [
    AdaptiveTiming,
    FollowUpAdviser,
    FollowUpPlanner,
    FollowUps,
    NextStep,
    Schedule,
    SlaSchedule,
    SlaWatch,
    StepRunner,
  ],
})
export class FollowUpModule {}
