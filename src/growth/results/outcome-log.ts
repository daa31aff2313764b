import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DataFolder, Journal } from '../../storage';
import type { JournalWriter } from '../../storage';
import type { Feature } from '../feature';
import { OutcomeFile } from './outcome-file';
import type { NumberedOutcome } from './outcome-file';
import { Outcomes } from './outcomes';
import type { Exposure, Happening, Outcome, Participation } from './participation';

/**
 * What came of the experiments, durable from the journal's next sync on. The journal holds what is new until
 * `growth/outcomes.jsonl` does; a start takes both together, in the order of recording, each outcome once.
 */
@Injectable()
export class OutcomeLog {
  private readonly outcomes = new Outcomes();
  private readonly journalled: JournalWriter<NumberedOutcome>;
  private file: OutcomeFile | null = null;
  /** What the file does not have yet; no more than the journal's unfinished segments hold. */
  private unwritten: NumberedOutcome[] = [];
  private lastNumber = 0;

  constructor(
    journal: Journal,
    private readonly folder: DataFolder,
    private readonly logger: PinoLogger,
  ) {
    this.journalled = journal.register<NumberedOutcome>({
      name: 'growth_outcomes',
      recover: (outcome) => {
        this.unwritten.push(outcome);
      },
      recovered: () => this.replay(),
      liveEntries: () => [],
      cover: () => this.cover(),
    });
  }

  /** A contact meets a feature; counts once per contact and feature. Not to be waited for. */
  exposed({ contactId, feature, arm, variant, segment, source, atMs }: Exposure): void {
    this.record({ type: 'exposed', contactId, feature, arm, variant, segment, source, atMs });
  }

  /** Something happened to a contact; counts the first time after each exposure. Not to be waited for. */
  happened({ contactId, kind, isHot, atMs }: Happening): void {
    this.record({ type: 'happened', contactId, kind, isHot, atMs });
  }

  /** Everybody who takes part in the experiment, in the order of exposure. */
  participations(feature: Feature): readonly Participation[] {
    return this.outcomes.of(feature);
  }

  /** Fails only when the service has stopped; the turn that it belongs to is then worked on again. */
  private record(outcome: Outcome): void {
    if (!this.outcomes.add(outcome)) return;
    this.lastNumber += 1;
    const numbered = { number: this.lastNumber, outcome };
    this.unwritten.push(numbered);
    this.journalled.insist(numbered).catch(() => undefined);
  }

  private async replay(): Promise<void> {
    this.file = new OutcomeFile(join(await this.folder.folder('growth'), 'outcomes.jsonl'));
    const { outcomes: written, damagedLines } = await this.file.read();
    if (damagedLines > 0) {
      this.logger.error({ damaged_lines: damagedLines }, 'growth/outcomes.jsonl is damaged; lines skipped');
    }
    const byNumber = new Map(written.map((outcome) => [outcome.number, outcome]));
    this.unwritten = uniqueOf(this.unwritten).filter(({ number }) => !byNumber.has(number));
    for (const outcome of this.unwritten) byNumber.set(outcome.number, outcome);
    for (const { number, outcome } of [...byNumber.values()].sort((a, b) => a.number - b.number)) {
      this.outcomes.add(outcome);
      this.lastNumber = number;
    }
  }

  private async cover(): Promise<void> {
    const batch = this.unwritten.slice();
    await this.file?.append(batch);
    this.unwritten.splice(0, batch.length);
  }
}

function uniqueOf(outcomes: readonly NumberedOutcome[]): NumberedOutcome[] {
  return [...new Map(outcomes.map((outcome) => [outcome.number, outcome])).values()];
}
