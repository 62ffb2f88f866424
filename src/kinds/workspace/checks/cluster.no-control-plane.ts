import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { labelsOf, selects } from '../../../model/selector.ts';
import { selectorFaults } from '../../../model/selector-faults.ts';
import type { Selector } from '../../../model/spec/definitions.ts';
import { knownKeys } from '../../selector-checks/known-keys.ts';
import type { Check } from '../../kind.ts';

/** The selector of a cluster's control-plane nodes chooses no compute. */
export const clusterNoControlPlane: Check<'Workspace'> = {
  id: 'cluster.no-control-plane',
  severity: 'warning',
  *run(manifests, { graph, unread }) {
    // Whatever is missing may be a node.
    if (unread('Compute') || unread('Host') || unread('ComputeProfile')) return;
    for (const manifest of manifests) {
      const { kubernetes, type } = manifest.spec;
      const selector = kubernetes?.controlPlane;
      if (!selector || type !== 'kubernetes' || selectorFaults(selector).length > 0) continue;
      // What is ordered into it cannot be, and cluster.unreachable says so; a key that nobody has is a slip of its own.
      if (hasHosts(manifest, graph) || asksForUnknown(selector, graph)) continue;
      const isNode = ({ metadata, spec }: Manifest<'Compute'>): boolean =>
        selects(selector, labelsOf(metadata.name, spec));
      if (graph.all('Compute').some(isNode)) continue;
      yield {
        manifest,
        pointer: '/spec/kubernetes/controlPlane',
        message: 'the selector chooses no compute, so no host could join the cluster',
        hint: 'correct the values it asks for, or tag the computes that are its control-plane nodes',
      };
    }
  },
  page: {
    meaning: `\`kubernetes.controlPlane\` is to choose the control-plane nodes of the cluster, and chooses none: one of its
values is misspelt, or the nodes lost a tag. A host joins with a token that such a node makes, so none could join. As soon
as a host is to be ordered into the workspace, \`cluster.unreachable\` is the error that says so.`,
    fails: example('contol-plane'),
    passes: example('control-plane'),
  },
};

function hasHosts({ metadata }: Manifest<'Workspace'>, graph: Graph): boolean {
  return graph.declared('Host').some(({ spec }) => spec.workspace === metadata.name);
}

function asksForUnknown({ matchLabels = {}, matchExpressions = [] }: Selector, graph: Graph): boolean {
  const known = knownKeys(graph);
  const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)];
  return keys.some((key) => !known.has(key));
}

function example(role: string): string {
  return `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: cp-01 }
spec: { type: vm, provider: hetzner, region: fsn1, tags: { role: control-plane } }
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec:
  organization: acme
  type: kubernetes
  kubernetes:
    version: '1.31'
    managementProvider: hetzner-cloud
    controlPlane: { matchLabels: { role: ${role} } }
`;
}
