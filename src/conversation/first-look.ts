import { Injectable } from '@nestjs/common';

/** A CRM that does not answer must not keep leads waiting for longer. */
const PATIENCE_MS = 5_000;

/**
 * The first look after a start at what the CRM got while the service was down. Until it has ended the bots say nothing:
 * a person may have written meanwhile.
 */
@Injectable()
export class FirstLook {
  private resolve: () => void = () => undefined;
  private readonly ended = new Promise<void>((resolve) => (this.resolve = resolve));
  private patience: NodeJS.Timeout | undefined;

  /** Well or badly: the next look is minutes away. */
  end(): void {
    this.resolve();
  }

  /** Resolves when it has ended, at the latest five seconds after somebody has begun to wait for it. */
  async whenEnded(): Promise<void> {
    this.patience ??= setTimeout(this.resolve, PATIENCE_MS).unref();
    await this.ended;
  }
}
