import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation';
import { FollowUps } from './follow-ups';
import { FollowUpsController } from './follow-ups.controller';
import { NextStep } from './next-step';
import { FollowUpPlanner } from './planner';
import { Schedule } from './schedule';
import { StepRunner } from './step-runner';

/** When the bots speak first, and what about. */
@Module({
  imports: [ConversationModule],
  controllers: [FollowUpsController],
  providers: [FollowUpPlanner, FollowUps, NextStep, Schedule, StepRunner],
})
export class FollowUpModule {}
