/** How long a stop waits for what is under way. Orchestrators kill after 30 s unless told otherwise. */
export const STOP_PATIENCE_MS = 20_000;

/**
 * Waits for work to end, but no longer than a stop may take.
 * @param work that may be cut off at any point, because it goes on or is done again after the next start.
 */
export async function withinStopPatience(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, STOP_PATIENCE_MS);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
