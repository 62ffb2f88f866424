import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIG = { computes: 10_000, services: 20_000, replicas: 100_000, fill: 0.55 };

/**
 * What a plan of the whole fleet takes, from the bytes of its files to the document, nothing being recorded.
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows() {
  const { time, megabytes, placements } = await inProcess(JSON.stringify(BIG));
  const phases = Object.entries(await inProcess(JSON.stringify(BIG), 'phases'));
  const longest = phases.reduce((most, [, took]) => Math.max(most, took), 0);
  const what = `10,000 × ${placements}: a whole plan, in memory`;
  return [
    {
      what: `${what}: resident at most`,
      peer: '–',
      figure: `${megabytes} MB (${Math.round(time)} ms)`,
      goal: '< 1000 MB',
      met: megabytes < 1000,
    },
    {
      what: `${what}: milliseconds by phase`,
      peer: '–',
      figure: phases.map(([phase, took]) => `${phase} ${took}`).join(', '),
      goal: 'place is not the longest',
      met: phases.every(([phase, took]) => phase !== 'place' || took < longest),
    },
  ];
}

/** Each is measured in a process of its own, which does nothing else. */
function inProcess(...args) {
  const child = fork(fileURLToPath(new URL('../whole-plan.mjs', import.meta.url)), args);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('a whole plan came to nothing')));
  });
}
