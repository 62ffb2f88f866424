import { splitAddress } from '../../../model/address.ts';
import { counted } from '../../../model/counted.ts';
import type { Guard } from '../guard.ts';

/** More hosts would be ordered at once than the project allows. What is taken over is no order. */
export const orders: Guard = {
  name: 'orders',
  objection({ steps, project }) {
    const limit = project.spec.guards.maxOrders;
    const count = steps.filter(
      ({ verb, address, order }) =>
        verb === 'create' && splitAddress(address).kind === 'Host' && order?.adopt === undefined,
    ).length;
    return count > limit ? `${counted(count, 'host')} would be ordered, and the limit is ${limit}` : null;
  },
};
