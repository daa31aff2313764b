import { Inject, Injectable } from '@nestjs/common';
import { servesLocation, SETTINGS } from '../../config';
import type { Settings } from '../../config';
import { CodedException, TryAgainLaterException } from '../../http';
import { DataFolder } from '../../storage';

/** Stands before the routes that change something. */
@Injectable()
export class WriteGate {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly folder: DataFolder,
  ) {}

  /**
   * What cannot be kept must not be begun: a text would go out that nobody remembers.
   * @throws {CodedException} 400 for another location, 429 when the data folder cannot be written.
   */
  async require(locationId: string): Promise<void> {
    if (!servesLocation(this.settings, locationId)) {
      throw new CodedException(400, 'wrong_location', 'location_id is not the location of GHL_LOCATION_ID.');
    }
    await this.folder.probeWrite().catch(() => {
      throw new TryAgainLaterException('not_durable', 'DATA_DIR cannot be written; nothing was done.', 30);
    });
  }
}
