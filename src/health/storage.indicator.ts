import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { PinoLogger } from 'nestjs-pino';
import { MonotonicClock } from '../config';
import { DataFolder } from '../storage';
import { Probe } from './probe';

/** A probe is a write with its sync, which real work would rather have. */
const KEEP_MS = 5_000;
/** Six segments of the journal: time enough to make room before webhooks have to be refused. */
const LOW_BYTES = 100 * 1_024 * 1_024;

interface Storage {
  readonly isWritable: boolean;
  readonly freeBytes: number | null;
}

const UNKNOWN: Storage = { isWritable: false, freeBytes: null };

/** Whether the data folder takes a real write, and has room for more. */
@Injectable()
export class StorageIndicator {
  private readonly probe: Probe<Storage>;
  private isFailing = false;

  constructor(
    @Inject(DataFolder) private readonly folder: Pick<DataFolder, 'probeWrite' | 'freeBytes'>,
    clock: MonotonicClock,
    private readonly indicators: HealthIndicatorService,
    private readonly logger: PinoLogger,
  ) {
    this.probe = new Probe(clock, () => this.ask(), UNKNOWN, KEEP_MS);
  }

  async check() {
    const { isWritable, freeBytes } = await this.probe.latest();
    const session = this.indicators.check('storage');
    const facts = { writable: isWritable, free_bytes: freeBytes };
    if (!isWritable) return session.down({ ...facts, message: 'DATA_DIR cannot be written, or not in time' });
    const isLow = freeBytes !== null && freeBytes < LOW_BYTES;
    return isLow ? session.down({ ...facts, message: 'DATA_DIR is nearly full' }) : session.up(facts);
  }

  private async ask(): Promise<Storage> {
    try {
      await this.folder.probeWrite();
      this.isFailing = false;
      return { isWritable: true, freeBytes: await this.folder.freeBytes() };
    } catch (cause) {
      // Once per trouble: it is asked every few seconds.
      if (!this.isFailing) this.logger.error({ err: cause }, 'the data folder cannot be written');
      this.isFailing = true;
      return UNKNOWN;
    }
  }
}
