import { describeFigure } from '../../../model/describe-resources.ts';
import { RESOURCES } from '../../../model/resources.ts';
import type { Check } from '../../kind.ts';

/** A service needs more of a resource than it may be granted. */
export const serviceMinAboveMax: Check<'Service'> = {
  id: 'service.min-above-max',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { min, max = {} } = manifest.spec.resources;
      for (const resource of RESOURCES) {
        const [least, most] = [min[resource], max[resource]];
        if (least === undefined || most === undefined || least <= most) continue;
        const [needed, granted] = [describeFigure(resource, least), describeFigure(resource, most)];
        yield {
          manifest,
          pointer: `/spec/resources/min/${resource}`,
          message: `min ${resource} is ${needed}, above its max of ${granted}`,
          hint: `lower min or raise max; without a max, ${resource} is granted as min says`,
          related: [{ manifest, pointer: `/spec/resources/max/${resource}`, message: `max is ${granted}` }],
        };
      }
    }
  },
};
