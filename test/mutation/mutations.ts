import { INVENTORY_MUTATIONS } from './inventory-mutations.ts';
import type { Mutation } from './mutation.ts';
import { NETWORK_MUTATIONS } from './network-mutations.ts';
import { NAME_MUTATIONS } from './name-mutations.ts';
import { ORDER_MUTATIONS } from './order-mutations.ts';
import { TRAFFIC_MUTATIONS } from './traffic-mutations.ts';

/** At least one mistake for every check. */
export const MUTATIONS: readonly Mutation[] = [
  ...INVENTORY_MUTATIONS,
  ...NETWORK_MUTATIONS,
  ...NAME_MUTATIONS,
  ...TRAFFIC_MUTATIONS,
  ...ORDER_MUTATIONS,
];
