import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { until } from '../support/until.ts';

/** Waits until a process is held (SIGSTOP), or is no more. */
export async function isHeld(child: ChildProcess): Promise<void> {
  await until(() => {
    if (child.exitCode !== null || child.signalCode !== null) return true;
    try {
      return /\) T /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8'));
    } catch {
      return true;
    }
  });
}
