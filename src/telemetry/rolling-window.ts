import { BIN_COUNT } from './latency-bins';

/** What a window holds. */
export interface WindowContent {
  /** By column. */
  readonly sums: Float64Array;
  /** How many durations lie in each latency bin. */
  readonly bins: Float64Array;
}

/**
 * Sums over the last stretch of time, kept in a ring of buckets: recording costs the same however much has been
 * recorded, and the memory is taken once. A window reaches back between its length less one bucket and its length.
 */
export class RollingWindow {
  private readonly sums: Float64Array;
  private readonly bins: Uint32Array;
  /** The number of the newest bucket since the clock's start. */
  private newest = 0;

  /** @param bucketMs `Infinity` with one bucket: a window without an end. */
  constructor(
    private readonly columns: number,
    private readonly bucketMs: number,
    private readonly bucketCount: number,
  ) {
    this.sums = new Float64Array(columns * bucketCount);
    this.bins = new Uint32Array(BIN_COUNT * bucketCount);
  }

  /** @param nowMs of a monotonic clock; what comes from an earlier instant counts as of the latest known. */
  add(column: number, amount: number, nowMs: number): void {
    const index = this.bucketAt(nowMs) * this.columns + column;
    this.sums[index] = (this.sums[index] ?? 0) + amount;
  }

  /** Adds a duration by its bin. */
  addToBin(bin: number, nowMs: number): void {
    const index = this.bucketAt(nowMs) * BIN_COUNT + bin;
    this.bins[index] = (this.bins[index] ?? 0) + 1;
  }

  read(nowMs: number): WindowContent {
    this.bucketAt(nowMs);
    return { sums: sumRows(this.sums, this.columns), bins: sumRows(this.bins, BIN_COUNT) };
  }

  /** The place in the ring for this instant; the buckets that time has passed over are emptied on the way. */
  private bucketAt(nowMs: number): number {
    const number = Math.floor(nowMs / this.bucketMs);
    const passed = Math.min(number - this.newest, this.bucketCount);
    for (let step = 0; step < passed; step += 1) this.empty((number - step) % this.bucketCount);
    this.newest = Math.max(this.newest, number);
    return this.newest % this.bucketCount;
  }

  private empty(place: number): void {
    this.sums.fill(0, place * this.columns, (place + 1) * this.columns);
    this.bins.fill(0, place * BIN_COUNT, (place + 1) * BIN_COUNT);
  }
}

function sumRows(cells: Float64Array | Uint32Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let index = 0; index < cells.length; index += 1) {
    const column = index % width;
    sums[column] = (sums[column] ?? 0) + (cells[index] ?? 0);
  }
  return sums;
}
