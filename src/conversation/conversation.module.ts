import { Module } from '@nestjs/common';
import { GhlModule } from '../ghl';
import { AnalysisService } from './analysis.service';
import { ContactLanes } from './contact-lanes';
import { ConversationService } from './conversation.service';
import { CrmSync } from './crm';
import { AgentController } from './routes/agent.controller';
import { ConversationLookup } from './routes/conversation-lookup';
import { ConversationsController } from './routes/conversations.controller';
import { WriteGate } from './routes/write-gate';
import { MissedEvents } from './missed-events';
import { Outbox } from './outbox';
import { ConversationArchive, ConversationFiles, ConversationManager } from './state';
import { Appointments, ContactReader, TextAnswerer, TurnDecider } from './turn';

/** From what a contact wrote to what the bot answers, and what the CRM has to know of it. */
@Module({
  imports: [GhlModule],
  controllers: [AgentController, ConversationsController],
  providers: [
    AnalysisService,
    Appointments,
    ContactLanes,
    ContactReader,
    ConversationArchive,
    ConversationFiles,
    ConversationLookup,
    ConversationManager,
    ConversationService,
    CrmSync,
    MissedEvents,
    Outbox,
    TextAnswerer,
    TurnDecider,
    WriteGate,
  ],
  exports: [ConversationService, ConversationManager, MissedEvents],
})
export class ConversationModule {}
