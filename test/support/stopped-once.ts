import { until } from './until.ts';

/** A signal to stop, given as soon as something holds. */
export function stoppedOnce(holds: () => boolean): AbortSignal {
  const stopping = new AbortController();
  void until(holds).then(() => stopping.abort());
  return stopping.signal;
}
