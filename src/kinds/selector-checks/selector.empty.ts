import type { KindName } from '../../model/spec/spec-of.ts';
import type { Check } from '../kind.ts';
import { reportFaults } from './report-faults.ts';

/** A selector without entries, by which nothing or everything might be meant. */
export const selectorEmpty: Check<KindName> = {
  id: 'selector.empty',
  severity: 'error',
  run: (manifests) => reportFaults(manifests, 'selector.empty'),
  page: {
    meaning: `A selector without entries could mean every compute or none, and the wrong guess opens a firewall everywhere or leaves
a service without a place. It is never guessed. For every compute, ask for a key that each of them has:
\`matchExpressions: [{ key: stowage/name, operator: Exists }]\`.`,
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
      - matchLabels: {}
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
      - matchLabels: { env: prod }
`,
  },
};
