import { join } from 'node:path';
import { Child } from './child';

/** A call that the stand-in has answered. */
export interface GhlCall {
  readonly operation: string;
  readonly contactId: string;
}

/** The stand-in CRM in a process of its own, and what it is asked. */
export class InstantGhl {
  private counts: Record<string, number> = {};
  private listener: ((call: GhlCall) => void) | null = null;

  private constructor(
    readonly port: number,
    child: Child,
  ) {
    child.process.on('message', (message) => {
      const call = message as GhlCall;
      this.counts[call.operation] = (this.counts[call.operation] ?? 0) + 1;
      this.listener?.(call);
    });
  }

  static async start(): Promise<InstantGhl> {
    const child = Child.start('instant-ghl', join(__dirname, 'servers/instant-ghl.js'), {});
    return new InstantGhl(await child.port(), child);
  }

  /** Tells of each call from now on; `null` ends it. */
  listen(listener: ((call: GhlCall) => void) | null): void {
    this.listener = listener;
  }

  /** How often each operation was called since the last time this was asked. */
  takeCounts(): Readonly<Record<string, number>> {
    const { counts } = this;
    this.counts = {};
    return counts;
  }
}
