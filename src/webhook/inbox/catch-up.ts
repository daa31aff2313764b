import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { z } from 'zod';
import { Clock } from '../../config';
import { FirstLook, MissedEvents } from '../../conversation';
import type { ContactEvent } from '../../conversation';
import { DataFolder, readJsonFile, writeFileDurably } from '../../storage';
import { Inbox } from './inbox';
import { withinStopPatience } from './stop-patience';

const FILE_NAME = 'catch-up.json';
const INTERVAL_MS = 10 * 60_000;
/** The CRM's clock may differ from ours, and its list may be behind its webhooks. */
const OVERLAP_MS = 15 * 60_000;
/** What is older is for a person: an answer a day late does more harm than good. */
const FURTHEST_BACK_MS = 24 * 3_600_000;

const fileSchema = z.object({ seen_until: z.iso.datetime(), begun_at: z.iso.datetime() });
type Seen = z.infer<typeof fileSchema>;

/**
 * Compares with the CRM's own message list at start and every ten minutes: what came while the service was down, or
 * whose webhook was lost, enters the inbox as if it had come by webhook.
 */
@Injectable()
export class CatchUp implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly path: string;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    folder: DataFolder,
    private readonly missed: MissedEvents,
    private readonly inbox: Inbox,
    private readonly firstLook: FirstLook,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    this.path = join(folder.path, FILE_NAME);
  }

  onApplicationBootstrap(): void {
    this.runSoon(0);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    // A CRM that hangs takes 40 s and more to fail; what was not looked at is, after the next start.
    await withinStopPatience(this.running);
  }

  private runSoon(delayMs: number): void {
    this.timer = setTimeout(() => {
      this.running = this.run();
    }, delayMs).unref();
  }

  private async run(): Promise<void> {
    this.runSoon(INTERVAL_MS);
    try {
      await this.catchUp();
    } catch (cause) {
      this.logger.error({ err: cause }, 'catching up with the CRM failed; trying again in ten minutes');
    } finally {
      this.firstLook.end();
    }
  }

  private async catchUp(): Promise<void> {
    const nowMs = this.clock.now();
    const nowIso = new Date(nowMs).toISOString();
    const seen = await this.seen(nowMs);
    if (seen !== null) {
      const seenUntilMs = Math.min(Date.parse(seen.seen_until), nowMs);
      // What was written before the first start is somebody else's to answer.
      const sinceMs = Math.max(seenUntilMs - OVERLAP_MS, nowMs - FURTHEST_BACK_MS, Date.parse(seen.begun_at));
      const events = await this.missed.find(sinceMs, nowMs + OVERLAP_MS);
      if (events === false) return;
      for (const event of events) await this.take(event);
    }
    const line = JSON.stringify({ seen_until: nowIso, begun_at: seen?.begun_at ?? nowIso });
    await writeFileDurably(this.path, `${line}\n`);
  }

  private async take(event: ContactEvent): Promise<void> {
    if (!(await this.inbox.acceptOnce(event))) return;
    this.logger.warn({ webhook_id: event.id, kind: event.kind, fallback_used: true }, 'caught up on a missed event');
  }

  /** @returns `null` before the first look. */
  private async seen(nowMs: number): Promise<Seen | null> {
    const read = await readJsonFile(this.path, nowMs, (json) => fileSchema.safeParse(json).data ?? null);
    if (read.kind === 'read') return read.content;
    if (read.kind === 'missing') return null;
    this.logger.error(
      { set_aside_as: read.setAsideAs, fallback_used: true },
      `${FILE_NAME} is damaged; looking for missed texts a day back`,
    );
    const furthestBack = new Date(nowMs - FURTHEST_BACK_MS).toISOString();
    return { seen_until: furthestBack, begun_at: furthestBack };
  }
}
