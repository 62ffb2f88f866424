import type { KindName } from '../../model/spec/spec-of.ts';
import type { Check } from '../kind.ts';
import { reportFaults } from './report-faults.ts';

/** A selector compares with an operator that does not exist, or gives one the wrong values. */
export const selectorOperator: Check<KindName> = {
  id: 'selector.operator',
  severity: 'error',
  run: (manifests) => reportFaults(manifests, 'selector.operator'),
  page: {
    meaning: `An expression compares with \`In\`, \`NotIn\`, \`Exists\` or \`DoesNotExist\`. The first two need \`values\` to compare with; the
other two look only for the key and take none. A selector with a wrong operator selects nothing.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-web-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: prod }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: {} }
  placement:
    affinity:
      - matchExpressions:
          - { key: env, operator: Equals, values: [prod] }
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-web-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: prod }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: {} }
  placement:
    affinity:
      - matchExpressions:
          - { key: env, operator: In, values: [prod] }
`,
  },
};
