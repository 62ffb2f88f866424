import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';

/** The state of an address says otherwise than the IPAssignments do. */
export const ipStateContradicts: Check<'IPAddress'> = {
  id: 'ip.state-contradicts',
  severity: 'error',
  *run(manifests, { graph, unread }) {
    const assigned = new Map<string, Manifest<'IPAssignment'>>();
    for (const assignment of graph.all('IPAssignment')) {
      const { ip } = assignment.spec;
      if (ip !== undefined && !assigned.has(ip)) assigned.set(ip, assignment);
    }
    for (const manifest of manifests) {
      const { address, state } = manifest.spec;
      const assignment = assigned.get(manifest.metadata.name);
      if (state === 'reserved' && assignment) {
        yield {
          manifest,
          pointer: '/spec/state',
          message: `${address} is reserved, and IPAssignment/${assignment.metadata.name} gives it to ${assignment.spec.compute}`,
          hint: 'leave state out, or take another address for the compute',
          related: [{ manifest: assignment, pointer: '/spec/ip', message: 'given away here' }],
        };
      }
      if (state === 'assigned' && !assignment && !unread('IPAssignment')) {
        yield {
          manifest,
          pointer: '/spec/state',
          message: `${address} is said to be assigned, and no IPAssignment gives it to a compute`,
          hint: 'leave state out, which follows by itself, or add the IPAssignment',
        };
      }
    }
  },
  page: {
    meaning: `Whether an address is assigned follows from IPAssignments; a manifest that says otherwise is an error. An
address that is \`reserved\` is kept aside, so nothing may assign it; one that is said to be \`assigned\` has an
IPAssignment. Best leave \`state\` out unless it is \`reserved\`.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-vip
spec:
  address: 10.20.0.100
  type: private
  state: assigned
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-vip
spec:
  address: 10.20.0.100
  type: private
  state: reserved
`,
  },
};
