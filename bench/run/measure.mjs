import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What one run of a command took; with `failure` it did not do what it should.
 * @typedef {{ wall: number, cpu: number, peakMb: number, failure?: string }} Measurement
 */

/** @typedef {{ cwd: string, env?: Record<string, string>, timeLimit: number, scratch: string }} Setting */

const PERL = 'perl';
const SCRIPT = fileURLToPath(new URL('../measure.pl', import.meta.url));
/** Numbers of clock_gettime and getrusage. @type {Record<string, readonly number[]>} */
const SYSTEM_CALLS = { x64: [228, 98], arm64: [113, 165] };

/** Whether this machine can be measured. */
export function measurable() {
  return process.platform === 'linux' && SYSTEM_CALLS[process.arch] !== undefined;
}

/**
 * Runs a whole process and measures it; what it prints goes to files, so that no reader slows it down.
 * @param {readonly string[]} command
 * @param {Setting} setting
 * @returns {Promise<Measurement>}
 */
export async function measure(command, { cwd, env, timeLimit, scratch }) {
  const report = join(scratch, 'report');
  const said = join(scratch, 'stderr');
  const streams = [openSync(join(scratch, 'stdout'), 'w'), openSync(said, 'w')];
  const numbers = (SYSTEM_CALLS[process.arch] ?? []).map(String);
  const child = spawn(PERL, [SCRIPT, report, ...numbers, ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', ...streams],
    // A group of its own, so that the time limit ends what the command started too.
    detached: true,
  });
  const end = () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
  process.once('exit', end);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end();
  }, timeLimit * 1000);
  const code = await new Promise((done, failed) => child.on('close', done).on('error', failed));
  clearTimeout(timer);
  process.off('exit', end);
  streams.forEach(closeSync);
  if (late) return { wall: timeLimit, cpu: 0, peakMb: 0, failure: `stopped after ${timeLimit} s` };
  const [wall = 0, user = 0, system = 0, peak = 0] = readFileSync(report, 'utf8').split(' ').map(Number);
  const measured = { wall, cpu: user + system, peakMb: peak / 1024 };
  return code === 0 ? measured : { ...measured, failure: `exit code ${code}: ${lastLine(said)}` };
}

/** What the command printed when it was last measured. @param {Setting} setting */
export function printed({ scratch }) {
  return readFileSync(join(scratch, 'stdout'), 'utf8');
}

/** @param {string} file */
function lastLine(file) {
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
}
