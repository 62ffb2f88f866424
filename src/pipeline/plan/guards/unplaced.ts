import type { Guard } from '../guard.ts';

/** An instance of a service fits nowhere. */
export const unplaced: Guard = {
  name: 'unplaced',
  objection({ unplaced: instances }) {
    const services = [...new Set(instances.map(({ service }) => service))];
    if (services.length === 0) return null;
    const named = services.slice(0, 5).join(', ');
    const more = services.length > 5 ? ` and ${services.length - 5} more` : '';
    const count = instances.length === 1 ? '1 instance fits' : `${instances.length} instances fit`;
    return `${count} nowhere: ${named}${more}`;
  },
};
