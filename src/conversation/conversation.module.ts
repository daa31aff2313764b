import { Inject, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { BUSINESS_PROFILE, SETTINGS, SettingsError } from '../config';
import type { BusinessProfile, Settings } from '../config';
import { GhlModule } from '../ghl';
import { GrowthModule } from '../growth';
import { AnalysisService } from './analysis.service';
import { Arrivals } from './arrivals';
import { ClaudeReader } from './claude';
import { ContactLanes } from './contact-lanes';
import { ContactNews } from './contact-news';
import { ConversationService } from './conversation.service';
import { CrmSync } from './crm';
import { Aftermath } from './aftermath';
import { EXPERIMENTS, Exposures, OutcomeWatch, SlaHandoffs } from './experiments';
import { AgentController } from './routes/agent.controller';
import { ConversationLookup } from './routes/conversation-lookup';
import { ConversationsController } from './routes/conversations.controller';
import { WriteGate } from './routes/write-gate';
import { TextTurns } from './text-turns';
import { MissedEvents } from './missed-events';
import { FirstLook } from './first-look';
import { refusedWordings } from './gates';
import { OFFICE } from './handoff';
import type { Office } from './handoff';
import { FirstWordDecider, Initiative } from './initiative';
import { Outbox } from './outbox';
import { SpeedToLead } from './speed';
import { ConversationArchive, ConversationFiles, ConversationManager } from './state';
import { Appointments, ContactReader, SecondOpinions, TextAnswerer, TurnDecider } from './turn';

/** From what a contact wrote to what the bot answers, and what the CRM has to know of it. */
@Module({
  imports: [GhlModule, GrowthModule],
  controllers: [AgentController, ConversationsController],
  providers: [
    ClaudeReader,
    ...EXPERIMENTS,
    Aftermath,
    AnalysisService,
    Appointments,
    Arrivals,
    ContactLanes,
    ContactNews,
    ContactReader,
    ConversationArchive,
    ConversationFiles,
    ConversationLookup,
    ConversationManager,
    ConversationService,
    CrmSync,
    FirstLook,
    FirstWordDecider,
    Initiative,
    MissedEvents,
    Outbox,
    SecondOpinions,
    SpeedToLead,
    TextAnswerer,
    TextTurns,
    TurnDecider,
    WriteGate,
    {
      provide: OFFICE,
      inject: [SETTINGS, BUSINESS_PROFILE],
      useFactory: (settings: Settings, profile: BusinessProfile): Office => ({ settings, profile }),
    },
  ],
  exports: [
    AnalysisService,
    ClaudeReader,
    ContactLanes,
    ConversationManager,
    ConversationService,
    Exposures,
    FirstLook,
    Initiative,
    MissedEvents,
    SlaHandoffs,
    SpeedToLead,
  ],
})
export class ConversationModule implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(BUSINESS_PROFILE) private readonly profile: BusinessProfile,
    private readonly conversations: ConversationService,
    private readonly outcomes: OutcomeWatch,
  ) {}

  /** @throws {SettingsError} when the profile has wordings that could never go out. */
  onModuleInit(): void {
    this.conversations.watch((contact) => this.outcomes.look(contact));
    const refused = refusedWordings(this.profile);
    if (refused.length === 0) return;
    throw new SettingsError(refused.map((line) => `BUSINESS_PROFILE: ${this.settings.businessProfile}: ${line}`));
  }
}
