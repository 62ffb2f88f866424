import type { Secret } from '../../model/secret.ts';
import type { RemoteShell } from '../../remote/remote-shell.ts';
import type { OrderKey } from './order-key.ts';
import type { RobotApi } from './robot-api.ts';

/** Opens a shell that logs in with a private key. */
export type ShellWith = (identity: () => Promise<Secret>) => RemoteShell;

/** A machine that is being installed. */
export interface Site {
  readonly api: RobotApi;
  readonly shell: RemoteShell;
  readonly number: number;
  readonly address: string;
  readonly key: OrderKey;
}
