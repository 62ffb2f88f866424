import type { Check } from '../../kind.ts';

/** More serial numbers are listed than there are pieces. */
export const serialSurplus: Check<'ComponentAssignment'> = {
  id: 'serial.surplus',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { serialNumbers = [], quantity, computes } = manifest.spec;
      const pieces = quantity * new Set(computes).size;
      // One number written twice is a mistake of its own.
      const count = new Set(serialNumbers).size;
      if (count <= pieces) continue;
      yield {
        manifest,
        pointer: `/spec/serialNumbers/${pieces}`,
        message: `${count} serial numbers are listed, and there ${pieces === 1 ? 'is 1 piece' : `are ${pieces} pieces`}`,
        hint: 'correct quantity, which counts the pieces of each compute, or the list',
        related: [{ manifest, pointer: '/spec/computes', message: 'the computes that have it' }],
      };
    }
  },
  page: {
    meaning: `Each piece has one serial number, and there are \`quantity\` pieces in each of the computes. With more numbers than
pieces either the list has some of another machine, or \`quantity\` is too low, and the fleet counts with less than it has.
Fewer numbers are in order: not every one need be known.`,
    fails: example(1),
    passes: example(2),
  },
};

function example(quantity: number): string {
  return `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
---
apiVersion: stowage/v1
kind: Component
metadata: { name: ddr4-32g }
spec: { type: ram, manufacturer: Samsung, model: M393A4K40DB3, specs: { capacity_gb: 32 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-memory }
spec: { component: ddr4-32g, computes: [ber1-db-01], quantity: ${quantity}, serialNumbers: [S4KD0017, S4KD0018] }
`;
}
