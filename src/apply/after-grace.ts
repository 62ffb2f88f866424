/** How long calls in flight may take after somebody asked to stop, in milliseconds. */
const GRACE_MS = 7000;

/** Gives up what is still under way when the grace after a signal is over. What it returns calls that off. */
export function afterGrace(signal: AbortSignal, giveUp: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(giveUp, GRACE_MS);
  };
  if (signal.aborted) begin();
  signal.addEventListener('abort', begin, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', begin);
  };
}
