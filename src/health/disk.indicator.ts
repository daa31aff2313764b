import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { PinoLogger } from 'nestjs-pino';
import { DataFolder } from '../storage';

/** Whether the data folder takes a real write. */
@Injectable()
export class DiskIndicator {
  constructor(
    private readonly folder: DataFolder,
    private readonly indicators: HealthIndicatorService,
    private readonly logger: PinoLogger,
  ) {}

  async check() {
    const session = this.indicators.check('disk');
    try {
      await this.folder.probeWrite();
      return session.up();
    } catch (cause) {
      this.logger.error({ err: cause }, 'the data folder cannot be written');
      return session.down({ message: 'DATA_DIR cannot be written' });
    }
  }
}
