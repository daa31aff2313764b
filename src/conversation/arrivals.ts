import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, SETTINGS } from '../config';
import type { Settings } from '../config';
import { contactKey } from './contact-event';
import type { TextEvent } from './contact-event';
import { ContactLanes } from './contact-lanes';
import { isSameReport } from './same-text';
import { readConsent, toPlainText } from './understanding';

/** Somebody who goes on and on is answered in between, however short the pauses. */
const LONGEST_BURST_MS = 30_000;

/** A text on its way to its answer. */
export interface Arrival {
  readonly event: TextEvent;
  /** Aborts when a newer text of the contact has come, which then speaks for this one too. */
  readonly signal: AbortSignal;
}

interface OpenArrival extends Arrival {
  /** `false`: it is tried again, or another event reports it too; it speaks for nobody. */
  readonly isNews: boolean;
  readonly controller: AbortController;
}

/** Texts that came close together, and have not been answered. */
interface Burst {
  /** When this process first heard of it: what a stop has left over is answered together, however old it is. */
  firstMs: number;
  readonly open: Set<OpenArrival>;
}

/**
 * Which texts of a contact are answered together: those within the debounce window, and those that come while a reply
 * is being made. The newest one gets the reply. Nothing here has to survive a restart: every open text comes again.
 */
@Injectable()
export class Arrivals {
  private readonly bursts = new Map<string, Burst>();

  constructor(
    private readonly lanes: ContactLanes,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Does the work of a text in its contact's lane, once the contact has paused.
   * @param isKnown the conversation has a turn for it: it is tried again, or reported again, and is nothing new.
   */
  async run<T>(event: TextEvent, isKnown: boolean, work: (arrival: Arrival) => Promise<T>): Promise<T> {
    const arrival = this.begin(event, isKnown);
    try {
      return await this.lanes.run(event, async () => {
        if (!isKnown) await this.untilPause(arrival);
        return work(arrival);
      });
    } finally {
      this.end(arrival);
    }
  }

  /** Does the work of a text that no other can overtake, at once: somebody has asked for it. */
  runAlone<T>(event: TextEvent, work: (arrival: Arrival) => Promise<T>): Promise<T> {
    return this.lanes.run(event, () => work({ event, signal: new AbortController().signal }));
  }

  /** Whether a text of the contact is on its way to its answer. */
  hasOpen(contact: Pick<TextEvent, 'contactId' | 'locationId'>): boolean {
    return this.bursts.has(contactKey(contact));
  }

  private begin(event: TextEvent, isKnown: boolean): OpenArrival {
    const key = contactKey(event);
    const nowMs = this.clock.now();
    const burst = this.bursts.get(key) ?? { firstMs: nowMs, open: new Set() };
    const controller = new AbortController();
    const others = [...burst.open];
    const isNews = !isKnown && !others.some((other) => isSameReport(other.event, event));
    const arrival = { event, isNews, controller, signal: controller.signal };
    if (nowMs - burst.firstMs <= this.longestBurstMs) {
      // An older one that is told late gets an answer of its own, after this.
      const overtaken = others.filter((other) => isNews && other.event.receivedAtMs <= event.receivedAtMs);
      for (const other of overtaken) other.controller.abort();
    }
    burst.open.add(arrival);
    this.bursts.set(key, burst);
    return arrival;
  }

  /** Waits out the debounce window; ends at once when a newer text comes. STOP is obeyed without waiting. */
  private async untilPause({ event, signal }: Arrival): Promise<void> {
    const { replyDebounceMs } = this.settings;
    const restMs = Math.min(event.receivedAtMs + replyDebounceMs - this.clock.now(), replyDebounceMs);
    if (restMs <= 0 || signal.aborted || readConsent(event.text, toPlainText(event.text)) !== 'none') return;
    await sleep(restMs, undefined, { signal }).catch((cause: unknown) => {
      if (!signal.aborted) throw cause;
    });
  }

  /** A text that nobody has overtaken has had its reply: what is still open makes a burst of its own. */
  private end(arrival: OpenArrival): void {
    const { event, signal } = arrival;
    const key = contactKey(event);
    const burst = this.bursts.get(key);
    if (!burst) return;
    burst.open.delete(arrival);
    if (burst.open.size === 0) this.bursts.delete(key);
    else if (!signal.aborted) burst.firstMs = this.clock.now();
  }

  private get longestBurstMs(): number {
    return Math.max(LONGEST_BURST_MS, 2 * this.settings.replyDebounceMs);
  }
}
