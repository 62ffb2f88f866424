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

/**
 * Measures some work, also by what its process spent: the collector of garbage has threads of its own.
 * @param {number} runs
 * @param {() => unknown} work
 * @returns {{ wall: number, user: number }} milliseconds, the median of each
 */
export function measured(runs, work) {
  const users = [];
  const wall = median(runs, () => {
    const before = process.cpuUsage();
    work();
    users.push(process.cpuUsage(before).user / 1000);
  });
  return { wall, user: users.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN };
}
