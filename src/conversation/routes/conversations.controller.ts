import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminGuard } from '../../http';
import { ConversationArchive, toConversationFile } from '../state';
import { conversationSummary } from './answers';
import { ConversationLookup } from './conversation-lookup';
import { ContactPath, LocationQuery, PageQuery } from './requests';

@ApiTags('conversations')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('conversations')
export class ConversationsController {
  constructor(
    private readonly archive: ConversationArchive,
    private readonly lookup: ConversationLookup,
  ) {}

  @ApiOperation({ summary: 'All conversations, the most recently changed first' })
  @Get()
  async list(@Query() { page, page_size }: PageQuery) {
    const { total, conversations } = await this.archive.list(page, page_size);
    return { total, page, page_size, conversations: conversations.map(conversationSummary) };
  }

  @ApiOperation({ summary: 'One conversation in full, with the reason for every reply' })
  @Get(':contactId')
  async one(@Param() { contactId }: ContactPath, @Query() query: LocationQuery) {
    return toConversationFile(await this.lookup.require(contactId, query.location_id));
  }
}
