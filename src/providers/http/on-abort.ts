const LISTENERS = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Has something done when a signal is given; what this answers takes it back. However many wait for one signal, the
 * signal has one listener, as Node takes many for a leak.
 */
export function onAbort(signal: AbortSignal | undefined, what: () => void): () => void {
  if (!signal) return () => undefined;
  const known = LISTENERS.get(signal);
  const waiting = known ?? new Set();
  waiting.add(what);
  if (!known) {
    LISTENERS.set(signal, waiting);
    signal.addEventListener('abort', () => [...waiting].forEach((one) => one()), { once: true });
  }
  return () => void waiting.delete(what);
}
