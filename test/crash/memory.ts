import { readFileSync } from 'node:fs';

const SAMPLE_MS = 250;
const WARM_UP_SHARE = 0.25;
const LAST_SHARE = 0.1;

/** Growth of a process's resident memory, in MB. */
export interface MemoryGrowth {
  readonly afterWarmUp: number;
  readonly atEnd: number;
  readonly peak: number;
}

/** Samples the resident memory of a process, from `/proc`: Linux only. */
export class MemoryWatch {
  private readonly samples: { readonly share: number; readonly mb: number }[] = [];
  private readonly timer: NodeJS.Timeout;

  /** @param progress from 0 to 1: how much of the work is done. */
  constructor(pid: number, progress: () => number) {
    this.timer = setInterval(() => {
      const mb = residentMb(pid);
      if (mb !== null) this.samples.push({ share: progress(), mb });
    }, SAMPLE_MS);
  }

  /** Ends the watch. Medians, since memory goes up and down with the garbage collector. */
  stop(): MemoryGrowth {
    clearInterval(this.timer);
    const within = (from: number, to: number) =>
      this.samples.filter(({ share }) => share >= from && share <= to).map(({ mb }) => mb);
    return {
      afterWarmUp: median(within(WARM_UP_SHARE / 2, WARM_UP_SHARE)),
      atEnd: median(within(1 - LAST_SHARE, 1)),
      peak: Math.max(0, ...within(0, 1)),
    };
  }
}

/** @returns `null` when the process is gone. */
function residentMb(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
