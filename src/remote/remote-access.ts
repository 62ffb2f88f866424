import type { RemoteShell } from './remote-shell.ts';

/** How the machines of a fleet are reached. */
export interface RemoteAccess {
  readonly shell: RemoteShell;
  readonly user: string;
  readonly port: number;
  /** Whether an order counts as done only once cloud-init has finished on its machine. */
  readonly wait: boolean;
}
