import type { Elsewhere } from '../../../model/finding.ts';
import type { Check } from '../../kind.ts';

/** One serial number stands on two pieces, though a maker gives it once. */
export const serialDuplicate: Check<'ComponentAssignment'> = {
  id: 'serial.duplicate',
  severity: 'error',
  *run(manifests) {
    const seen = new Map<string, Elsewhere>();
    for (const manifest of manifests) {
      for (const [index, serial] of (manifest.spec.serialNumbers ?? []).entries()) {
        const pointer = `/spec/serialNumbers/${index}`;
        const first = seen.get(serial);
        if (!first) seen.set(serial, { manifest, pointer, message: 'first listed here' });
        else {
          const where = first.manifest === manifest ? 'this list' : first.manifest.metadata.name;
          yield {
            manifest,
            pointer,
            message: `serial number ${serial} is already in ${where}`,
            hint: 'a piece exists once; look at the label and correct one of the two',
            related: [first],
          };
        }
      }
    }
  },
  page: {
    meaning: `A maker gives a serial number once, so one number on two pieces is a slip while copying, and a warranty claim or a
theft report would go wrong. The other place is shown.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-02 }
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
spec: { component: ddr4-32g, computes: [ber1-db-01], serialNumbers: [S4KD0017] }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-02-memory }
spec: { component: ddr4-32g, computes: [ber1-db-02], serialNumbers: [S4KD0017] }
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-02 }
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
spec: { component: ddr4-32g, computes: [ber1-db-01], serialNumbers: [S4KD0017] }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-02-memory }
spec: { component: ddr4-32g, computes: [ber1-db-02], serialNumbers: [S4KD0018] }
`,
  },
};
