import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/** The least that makes a line durable: next-tick group commit, `fdatasync`, and nothing else. */
export class LineLog {
  private waiting: Waiting[] = [];
  private isFlushing = false;

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<LineLog> {
    return new LineLog(await open(path, 'a'));
  }

  /** Resolves once the line is on disk. */
  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ line, resolve, reject });
      if (this.isFlushing) return;
      this.isFlushing = true;
      setImmediate(() => void this.flush());
    });
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.file.appendFile(batch.map(({ line }) => line).join(''));
        await this.file.datasync();
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        for (const { reject } of batch) reject(cause);
      }
    }
    this.isFlushing = false;
  }
}
