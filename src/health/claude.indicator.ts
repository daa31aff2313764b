import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { ClaudeReader } from '../conversation';

/** What Claude last did when it was needed: it is never asked for the sake of knowing, since each call is paid for. */
@Injectable()
export class ClaudeIndicator {
  constructor(
    private readonly claude: ClaudeReader,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check() {
    const session = this.indicators.check('claude');
    const mode = this.claude.mode();
    if (mode !== 'degraded') return session.up({ mode });
    return session.down({ mode, message: 'Claude does not answer as it should; the pattern engine stands in' });
  }
}
