import { missingFigure } from '../../../model/missing-figure.ts';
import type { Check } from '../../kind.ts';

/** A component lacks the figure by which it counts towards capacity. */
export const componentSpecMissing: Check<'Component'> = {
  id: 'component.spec-missing',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { type, specs } = manifest.spec;
      const needed = missingFigure(manifest.spec);
      if (needed === undefined) continue;
      yield {
        manifest,
        pointer: specs ? '/spec/specs' : '/spec',
        message: `the ${type} has no ${needed}, so what it adds to a compute is unknown`,
        hint: `set spec.specs.${needed} to the figure of one piece`,
      };
    }
  },
  page: {
    meaning: `What a compute can carry is the sum of its parts. A part without the figure by which it counts (a CPU's \`cores\`, the
\`capacity_gb\` of memory and disks, a GPU's \`vram_gb\`) would add nothing without anybody noticing, and services would find
less room than there is.`,
    fails: `apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { clock_ghz: 3.0 }
`,
    passes: `apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { cores: 16, clock_ghz: 3.0 }
`,
  },
};
