import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Clock } from '../../config';
import { AdminGuard, requestIdOf } from '../../http';
import { AnalysisService } from '../analysis.service';
import type { BotType } from '../contact-event';
import { ConversationService } from '../conversation.service';
import { analysisAnswer, analyticsAnswer, turnAnswer } from './answers';
import { ConversationLookup } from './conversation-lookup';
import { AnalyzeLeadRequest, ContactPath, LocationQuery, ProcessLeadRequest } from './requests';
import { WriteGate } from './write-gate';

@ApiTags('agent')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller()
export class AgentController {
  constructor(
    private readonly analysis: AnalysisService,
    private readonly conversations: ConversationService,
    private readonly lookup: ConversationLookup,
    private readonly clock: Clock,
    private readonly gate: WriteGate,
  ) {}

  @ApiOperation({ summary: 'Judge a text: facts, score, what the bot would say; nothing is sent to the contact' })
  @Post('analyze-lead')
  @HttpCode(200)
  async analyzeLead(@Body() body: AnalyzeLeadRequest) {
    await this.gate.require(body.location_id);
    const startedMs = this.clock.now();
    const { contact_data: contact = {} } = body;
    const analysis = await this.analysis.analyze({
      contactId: body.contact_id,
      locationId: body.location_id,
      text: body.message,
      botType: botTypeOf(body.bot_type),
      pendingQuestion: body.pending_question ?? null,
      firstName: firstText(contact.firstName, contact.first_name),
      tags: Array.isArray(contact.tags) ? contact.tags.filter((tag) => typeof tag === 'string') : null,
      isAskedAnew: body.force_ai_analysis ?? false,
      isDryRun: body.dry_run ?? false,
    });
    return analysisAnswer(analysis, this.clock.now() - startedMs);
  }

  @ApiOperation({ summary: 'Run one turn by hand, as if the contact had texted; the reply is sent' })
  @Post('agent/process-lead')
  @HttpCode(200)
  async processLead(@Body() body: ProcessLeadRequest, @Req() request: Request) {
    await this.gate.require(body.location_id);
    const { conversation, turn } = await this.conversations.runTurn({
      kind: 'text',
      id: `manual-${randomUUID()}`,
      contactId: body.contact_id,
      locationId: body.location_id,
      receivedAtMs: this.clock.now(),
      requestId: requestIdOf(request),
      text: body.message,
      messageId: null,
      botType: body.process_type === 'auto' ? null : body.process_type,
      firstName: null,
      tags: null,
    });
    return turnAnswer(conversation, turn);
  }

  @ApiOperation({ summary: 'What is known of a contact, per bot' })
  @Get('agent/analytics/:contactId')
  async analytics(@Param() { contactId }: ContactPath, @Query() query: LocationQuery) {
    return analyticsAnswer(await this.lookup.require(contactId, query.location_id));
  }
}

function botTypeOf(given: AnalyzeLeadRequest['bot_type']): BotType | null {
  if (given === undefined) return null;
  return given === 'seller' ? 'seller' : 'lead';
}

function firstText(...values: readonly unknown[]): string | null {
  const found = values.find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : null;
}
