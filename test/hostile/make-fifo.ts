import { execFileSync } from 'node:child_process';

/** Of coreutils: Node has no call for it. */
const MKFIFO = 'mkfifo';

/** Makes a named pipe. Whoever opens it to read waits for ever. */
export function makeFifo(path: string): void {
  execFileSync(MKFIFO, [path]);
}
