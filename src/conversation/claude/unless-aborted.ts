/**
 * What the work comes to, unless the signal aborts first; the work need not heed it. `fetch` is given the signal too and
 * may lose it: after a garbage collection it goes on reading a body that has no end (nodejs/undici#3644).
 * @throws what the work throws, or the signal's reason.
 */
export function unlessAborted<T>(work: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject);
  });
}
