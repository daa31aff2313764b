import { z } from 'zod';
import { readBeside } from './labels';
import { MEASURES } from './measures';
import type { Measures } from './measures';
import { SETS } from './sets';
import type { SetName } from './sets';

const floorsSchema = z.record(z.enum(SETS), z.partialRecord(z.enum(MEASURES), z.number().min(0).max(1)));
export type Floors = z.infer<typeof floorsSchema>;

/**
 * Reads the shares that no change may fall below.
 * @throws {z.ZodError} naming what is misspelt or out of range.
 */
export function readFloors(): Floors {
  return floorsSchema.parse(JSON.parse(readBeside('floors.json')));
}

/** @returns what fell below its floor, a line each. What is not measured at all has no share to hold. */
export function findFallen(set: SetName, measures: Measures, floors: Floors): readonly string[] {
  return MEASURES.flatMap((name) => {
    const floor = floors[set][name];
    if (floor === undefined) return [];
    const { part, whole } = measures[name];
    const share = whole === 0 ? 0 : part / whole;
    return share < floor ? [`${set}: ${name} is ${inPercent(share)}, its floor ${inPercent(floor)}`] : [];
  });
}

function inPercent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
