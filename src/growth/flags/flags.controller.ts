import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminGuard } from '../../http';
import { readFlagsBody } from './flags-body';
import { GrowthFlags } from './growth-flags';
import type { FlagChange } from './growth-flags';

@ApiTags('growth')
@ApiBearerAuth()
@UseGuards(AdminGuard)
@Controller('growth/flags')
export class FlagsController {
  constructor(private readonly flags: GrowthFlags) {}

  @ApiOperation({ summary: 'Which experiments are on, for whom, and what goes before the settings' })
  @Get()
  read() {
    return this.toAnswer();
  }

  @ApiOperation({ summary: 'Change some of them from the next turn on; null lets the setting count again' })
  @ApiBody({ schema: { type: 'object', example: { ab_response_style_testing: true, canary: { percentage: 50 } } } })
  @Patch()
  async change(@Body() body: unknown) {
    await this.flags.change(readFlagsBody(body), 'admin');
    return this.toAnswer();
  }

  @ApiOperation({ summary: 'The last 200 changes, the latest first' })
  @Get('audit')
  audit() {
    return { items: this.flags.audit().map(toItem) };
  }

  private toAnswer() {
    const { flags, ...state } = this.flags.state();
    return { ...flags, ...state, overridden: Object.keys(this.flags.overrides()) };
  }
}

function toItem({ atMs, actor, why, before, after }: FlagChange) {
  return { at: new Date(atMs).toISOString(), actor, why, before, after };
}
