import type { ComponentSpec } from '../../../model/spec/component.ts';
import type { Check } from '../../kind.ts';

/** The figure by which a component counts towards capacity, where it has one. */
const NEEDED: Readonly<Partial<Record<ComponentSpec['type'], string>>> = {
  cpu: 'cores',
  ram: 'capacity_gb',
  storage: 'capacity_gb',
  gpu: 'vram_gb',
};

/** A component lacks the figure by which it counts towards capacity. */
export const componentSpecMissing: Check<'Component'> = {
  id: 'component.spec-missing',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { type, specs } = manifest.spec;
      const needed = NEEDED[type];
      if (needed === undefined || specs?.[needed] !== undefined) continue;
      yield {
        manifest,
        pointer: specs ? '/spec/specs' : '/spec',
        message: `the ${type} has no ${needed}, so what it adds to a compute is unknown`,
        hint: `set spec.specs.${needed} to the figure of one piece`,
      };
    }
  },
};
