import { measure } from './measure.mjs';

/** @typedef {import('./measure.mjs').Measurement} Measurement */
/** @typedef {import('./measure.mjs').Setting} Setting */

/**
 * One line of the result: the medians of some runs of one command.
 * @typedef {Measurement & { manifests: number, command: string, runs: number }} Row
 */

/**
 * Measures a command several times; stops at the first run that fails.
 * @param {{ manifests: number, command: string, runs: number, check?: () => string | undefined }} what
 * @param {readonly string[]} command
 * @param {Setting} setting
 * @returns {Promise<Row>}
 */
export async function series({ manifests, command: name, runs, check }, command, setting) {
  process.stderr.write(`${manifests} ${name} `);
  /** @type {Measurement[]} */
  const measured = [];
  for (let nth = 0; nth < runs; nth++) {
    const one = await measure(command, setting);
    const failure = one.failure ?? check?.();
    measured.push(failure === undefined ? one : { ...one, failure });
    process.stderr.write(`${one.wall.toFixed(2)} s `);
    if (failure !== undefined) break;
  }
  const failure = measured.find((one) => one.failure !== undefined)?.failure;
  process.stderr.write(failure === undefined ? '\n' : `${failure}\n`);
  const middle = (/** @type {'wall' | 'cpu' | 'peakMb'} */ field) =>
    median(measured.map((one) => one[field]));
  return {
    manifests,
    command: name,
    runs: measured.length,
    wall: middle('wall'),
    cpu: middle('cpu'),
    peakMb: middle('peakMb'),
    ...(failure !== undefined && { failure }),
  };
}

/** @param {number[]} figures */
function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 ? half : half - 1], sorted[half]];
  return (low + high) / 2;
}
