/**
 * Measures some work.
 * @param {number} runs
 * @param {() => unknown} work
 * @returns {number} milliseconds, the median
 */
export function median(runs, work) {
  const times = Array.from({ length: runs }, () => {
    globalThis.gc?.();
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? NaN;
}
