const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Keeps a stop that is asked for while the service starts. The kernel drops a signal that the first process of a
 * container has no handler for, and Nest has its handlers only once the app is built.
 * @returns a function that ends the keeping and raises what was kept.
 */
export function holdStopSignals(): () => void {
  const held = new Set<NodeJS.Signals>();
  const hold = (signal: NodeJS.Signals) => {
    held.add(signal);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, hold);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, hold);
    for (const signal of held) process.kill(process.pid, signal);
  };
}
