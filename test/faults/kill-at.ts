import type { ChildProcess } from 'node:child_process';

/** Kills a process, and the group it leads if it leads one, as soon as so many effects are there. */
export async function killAt(
  effects: number,
  count: () => number,
  child: ChildProcess,
  group = false,
): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    if (count() >= effects) {
      process.kill(group ? -(child.pid ?? 0) : (child.pid ?? 0), 'SIGKILL');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
