import { counted } from '../../../model/counted.ts';
import { few } from '../../../model/few.ts';
import type { Guard } from '../guard.ts';

/** An instance of a service fits nowhere. */
export const unplaced: Guard = {
  name: 'unplaced',
  objection({ unplaced: instances }) {
    const services = [...new Set(instances.map(({ service }) => service))];
    if (services.length === 0) return null;
    return `${counted(instances.length, 'instance fits', 'instances fit')} nowhere: ${few(services)}`;
  },
};
