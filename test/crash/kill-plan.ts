import type { Random } from './random';

/** When a cycle's process dies. */
export type KillKind =
  /** While it starts, ready or not. */
  | 'boot'
  /** Just after it has said that it is ready. */
  | 'recovery'
  /** At any instant under load. */
  | 'load'
  /** Just after GHL has carried out a text or a booking. */
  | 'send'
  /** Just after it has answered 200. */
  | 'ack'
  /** While it stops. */
  | 'stopping'
  /** Not killed: stopped under load, and expected to exit 0. */
  | 'clean_stop';

export interface KillPlan {
  readonly kind: KillKind;
  /** From the kind's own beginning to the signal. */
  readonly delayMs: number;
  /** The how manieth send or answer it is that begins the delay; for the kinds of that name. */
  readonly count: number;
  /** Texts sent in the cycle. */
  readonly texts: number;
}

const WEIGHTS: Readonly<Record<KillKind, number>> = {
  boot: 18,
  recovery: 14,
  load: 28,
  send: 18,
  ack: 10,
  stopping: 6,
  clean_stop: 6,
};

/** The longest delay of each kind, in milliseconds. */
const MAX_DELAY_MS: Readonly<Record<KillKind, number>> = {
  boot: 1_500,
  recovery: 250,
  load: 1_800,
  send: 12,
  ack: 6,
  stopping: 300,
  clean_stop: 0,
};

export function drawKillPlan(random: Random): KillPlan {
  const kind = random.weighted(WEIGHTS);
  return {
    kind,
    delayMs: random.next() * MAX_DELAY_MS[kind],
    count: random.between(1, 15),
    texts: random.between(15, 60),
  };
}
