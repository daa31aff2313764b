/** Timers that can all be cancelled at once, so that nothing fires after a stop. */
export class Timers {
  private readonly pending = new Set<NodeJS.Timeout>();

  schedule(delayMs: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.pending.delete(timer);
      action();
    }, delayMs);
    this.pending.add(timer);
  }

  cancelAll(): void {
    for (const timer of this.pending) clearTimeout(timer);
    this.pending.clear();
  }
}
