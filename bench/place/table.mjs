import { cpus, loadavg } from 'node:os';

/**
 * Prints what was measured beside what is to be reached.
 * @param {readonly import('./rows.mjs').Row[]} rows
 * @param {number} runs
 */
export function print(rows, runs) {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`Node ${process.version}, ${cpus().length} cores, load ${load}; medians of ${runs} runs\n`);
  console.log('| What | Figure | Goal |\n|---|---|---|');
  for (const { what, figure, goal } of rows) console.log(`| ${what} | ${figure} | ${goal} |`);
}
