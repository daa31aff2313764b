import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { MonotonicClock } from '../config';
import { Journal } from '../storage';

/** A disk that fails says so at once; one that is silent for so long will not come back to this process. */
const STUCK_MS = 60_000;

/**
 * Why a restart is the only help: the journal hangs in one write, so that no webhook can be accepted. An event loop that
 * hangs needs no check, since it does not answer one.
 */
@Injectable()
export class Liveness implements OnModuleDestroy {
  private seen: { readonly write: number; readonly sinceMs: number } | null = null;
  private isStopping = false;

  constructor(
    @Inject(Journal) private readonly journal: Pick<Journal, 'writeUnderWay'>,
    private readonly clock: MonotonicClock,
  ) {}

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  /** Looks at what the journal is at; asked every few seconds, as by an orchestrator, it notices a hanging write. */
  state(): 'alive' | 'stopping' | 'wedged' {
    if (this.isStopping) return 'stopping';
    const write = this.journal.writeUnderWay;
    const nowMs = this.clock.now();
    if (write === null) this.seen = null;
    else if (write !== this.seen?.write) this.seen = { write, sinceMs: nowMs };
    return this.seen !== null && nowMs - this.seen.sinceMs >= STUCK_MS ? 'wedged' : 'alive';
  }
}
