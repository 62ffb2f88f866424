import type { Manifest } from './manifest.ts';
import type { ResourceVector } from './resources.ts';

/** What a Host is once it is there: a compute that no manifest declares, with what its profile offers. */
export interface Delivery {
  readonly compute: Manifest<'Compute'>;
  readonly resources: ResourceVector;
  /** Its addresses as far as they are known, as IPAddresses and IPAssignments. */
  readonly network: readonly Manifest[];
  /** No provider has made it yet. */
  readonly pending: boolean;
}
