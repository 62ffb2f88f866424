import type { Marker } from '../../model/machine.ts';
import type { HostKey } from '../cloud-init/host-key.ts';
import type { OrderKey } from './order-key.ts';
import type { RobotApi } from './robot-api.ts';

/** An account at Robot, and what may be done with it. */
export interface Account {
  readonly api: RobotApi;
  /** The key of an order. */
  keyFor(marker: Marker): Promise<OrderKey>;
  /** The SSH host key that a machine of ours is installed with. */
  hostKeyFor(marker: Marker): Promise<HostKey>;
  readonly allowOrders: boolean;
  /** The highest price of a machine per month, net, in euros; null where none is set. */
  readonly priceCap: number | null;
  /** Fingerprints of keys that this run added, and for which it certainly has no order under way. */
  readonly spareKeys: Set<string>;
}
