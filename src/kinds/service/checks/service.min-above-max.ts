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
  page: {
    meaning: `\`min\` is what an instance needs in order to run, and \`max\` the most it may be granted where there is room. A min above
the max can be met nowhere. Without a max for a resource, exactly the min is granted.`,
    fails: `apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  resources:
    min: { cores: 8, memory: 32768 }
    max: { cores: 4, memory: 32768 }
`,
    passes: `apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  resources:
    min: { cores: 8, memory: 32768 }
    max: { cores: 16, memory: 32768 }
`,
  },
};
