import type { Random } from './random';

/** The share of sent texts that shows up late in the lists of messages. */
const LAGGING_SHARE = 0.3;

/** GHL's read-back lags: hides a share of the sent messages from every list for a while. */
export class LaggingMessages {
  /** Epoch milliseconds from which a message shows up, by its id. */
  private readonly visibleFromMs = new Map<string, number>();

  /** @param maxLagMs the longest time a message stays hidden. */
  constructor(
    private readonly random: Random,
    private readonly maxLagMs: number,
  ) {}

  /** @param answer of the send, as JSON. */
  noteSend(answer: string): void {
    if (!this.random.chance(LAGGING_SHARE)) return;
    const { messageId } = JSON.parse(answer) as { readonly messageId?: unknown };
    if (typeof messageId === 'string') {
      this.visibleFromMs.set(messageId, Date.now() + this.random.between(0, this.maxLagMs));
    }
  }

  /** The list, as JSON, without the messages that do not show up yet. */
  hide(list: string): string {
    this.forgetVisible();
    if (this.visibleFromMs.size === 0) return list;
    return JSON.stringify(JSON.parse(list), (key, value: unknown) =>
      key === 'messages' && Array.isArray(value) ? value.filter((message) => !this.isHidden(message)) : value,
    );
  }

  private isHidden(message: unknown): boolean {
    return this.visibleFromMs.has((message as { readonly id: string }).id);
  }

  private forgetVisible(): void {
    const nowMs = Date.now();
    for (const [id, fromMs] of this.visibleFromMs) if (fromMs <= nowMs) this.visibleFromMs.delete(id);
  }
}
