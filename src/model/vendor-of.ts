import type { ComputeSpec } from './spec/compute.ts';
import type { Family } from './spec/definitions.ts';

/** How a machine of each family appears as a Compute. */
export const VENDOR_OF: Readonly<Record<Family, Pick<ComputeSpec, 'type' | 'provider'>>> = {
  'hetzner-cloud': { type: 'vm', provider: 'hetzner' },
  'hetzner-robot': { type: 'baremetal', provider: 'hetzner' },
  'ionos-dcd': { type: 'vm', provider: 'ionos' },
  sandbox: { type: 'vm', provider: 'sandbox' },
};
