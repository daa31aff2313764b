interface FaultScope {
  /** Every method, unless given. */
  readonly method?: string;
  /** Matched against the path without its query. */
  readonly path: RegExp;
  /** How many requests it meets; unlimited unless given. */
  readonly times?: number;
}

/** Something that goes wrong with requests. */
export type Fault = FaultScope &
  (
    | {
        /** Answers with an error; nothing is executed, unless `executes` says so (a 500 after the fact). */
        readonly kind: 'status';
        readonly status: number;
        readonly retryAfterSeconds?: number;
        readonly executes?: boolean;
      }
    /** Executes at once, answers late. */
    | { readonly kind: 'delay'; readonly delayMs: number }
    /** Cuts the connection; nothing is executed. */
    | { readonly kind: 'reset_before' }
    /** Executes, then cuts the connection before the answer. */
    | { readonly kind: 'reset_after' }
    /** Never answers; nothing is executed. */
    | { readonly kind: 'hang' }
    /** Executes, then answers 200 with this text instead of the answer; HTML unless given. */
    | { readonly kind: 'garbage'; readonly body?: string }
  );

interface ActiveFault {
  readonly fault: Fault;
  remaining: number;
}

/** The faults in force. Of several that match a request, the one injected first meets it. */
export class Faults {
  private readonly active = new Set<ActiveFault>();

  /** @returns what removes it. */
  inject(fault: Fault): () => void {
    const entry = { fault, remaining: fault.times ?? Infinity };
    this.active.add(entry);
    return () => {
      this.active.delete(entry);
    };
  }

  clear(): void {
    this.active.clear();
  }

  /** The fault that the request meets, counted down. */
  take(method: string, path: string): Fault | undefined {
    for (const entry of this.active) {
      const { fault } = entry;
      // `search` starts at the beginning each time; `test` would not, for an expression with the flag g.
      if ((fault.method ?? method) !== method || path.search(fault.path) < 0) continue;
      entry.remaining--;
      if (entry.remaining <= 0) this.active.delete(entry);
      return fault;
    }
    return undefined;
  }
}
