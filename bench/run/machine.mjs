import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** What was measured on; figures of two machines are not to be compared. @param {string | undefined} terraform */
export function machine(terraform) {
  return [
    `${process.platform} ${process.arch}`,
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 1024 ** 3)} GB`,
    `node ${process.version}`,
    execFileSync('git', ['--version'], { encoding: 'utf8' }).trim(),
    terraform === undefined ? 'no terraform' : `terraform ${terraform}`,
  ].join(', ');
}
