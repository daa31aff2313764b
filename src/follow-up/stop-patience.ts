/** What a stop cuts off goes on after the next start. */
const STOP_PATIENCE_MS = 10_000;

/** Waits for what is under way, but no longer than a stop may take. */
export async function withinPatience(work: Iterable<Promise<unknown>>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, STOP_PATIENCE_MS);
  });
  await Promise.race([Promise.allSettled(work), patience]);
  clearTimeout(timer);
}
