import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { GrowthFlags, OutcomeLog, styleVerdict } from '../../growth';
import type { CrmAction } from '../../ghl';
import { callDueMs } from '../bots/business-hours';
import { OFFICE } from '../handoff';
import type { Office } from '../handoff';
import type { Conversation } from '../state';

const FEATURE = 'ab_response_style_testing';

/** Ends the experiment with two styles when one of them drives people away. */
@Injectable()
export class StyleAutoStop {
  constructor(
    private readonly flags: GrowthFlags,
    private readonly outcomes: OutcomeLog,
    private readonly logger: PinoLogger,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /**
   * Looks at all opt-outs since the experiment was last turned on; called after each.
   * @returns what a person is told when it has been ended just now.
   */
  async look(conversation: Conversation): Promise<CrmAction | null> {
    if (!this.flags.state().flags[FEATURE]) return null;
    const sinceMs = this.flags.turnedOnMs(FEATURE);
    const { pause, variant, p_value, rates } = styleVerdict(
      this.outcomes.participations(FEATURE).filter(({ atMs }) => atMs >= sinceMs),
    );
    if (!pause || variant === null) return null;
    const why = `more people opt out of style ${variant} (${describe(rates.A)} of A, ${describe(rates.B)} of B, p ${p_value.toFixed(3)})`;
    await this.flags.change({ [FEATURE]: false }, 'auto_stop', why);
    this.logger.error({ feature: FEATURE, variant, p_value, rates }, 'the experiment has stopped itself');
    return this.task(conversation, why);
  }

  /** It goes to the contact whose opt-out was the last straw: the CRM has no tasks without a contact. */
  private task({ lastUpdated }: Conversation, why: string): CrmAction {
    const { profile, settings } = this.office;
    return {
      type: 'create_task',
      task: {
        title: 'The experiment with two response styles has stopped itself',
        body: `Reason: ${why}. Everybody is talked to in style A again. GET /growth/report has the numbers.`,
        dueDate: new Date(callDueMs(profile, Date.parse(lastUpdated))).toISOString(),
        ...(settings.ghl.handoffUserId && { assignedTo: settings.ghl.handoffUserId }),
      },
    };
  }
}

function describe(rate: number | null): string {
  return rate === null ? 'nobody' : `${(100 * rate).toFixed(1)}%`;
}
