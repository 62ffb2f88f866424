import { few } from '../../../model/few.ts';
import type { Guard } from '../guard.ts';

/** An instance of a service fits nowhere. */
export const unplaced: Guard = {
  name: 'unplaced',
  objection({ unplaced: instances }) {
    const services = [...new Set(instances.map(({ service }) => service))];
    if (services.length === 0) return null;
    const count = instances.length === 1 ? '1 instance fits' : `${instances.length} instances fit`;
    return `${count} nowhere: ${few(services)}`;
  },
};
