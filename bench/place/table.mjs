import { cpus, loadavg } from 'node:os';

const MET = new Map([
  [true, 'yes'],
  [false, 'no'],
]);

/**
 * Prints what was reached beside what is to be reached.
 * @param {readonly import('./rows.mjs').Row[]} rows
 * @param {number} runs
 */
export function print(rows, runs) {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(`Node ${process.version}, ${cpus().length} cores, load ${load}; medians of ${runs} runs\n`);
  console.log('| What | Peer or bound | Reached | Goal | Met |\n|---|---|---|---|---|');
  for (const { what, peer, figure, goal, met } of rows)
    console.log(`| ${what} | ${peer} | ${figure} | ${goal} | ${MET.get(met) ?? '–'} |`);
}
