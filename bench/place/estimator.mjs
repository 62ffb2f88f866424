/**
 * The case of cluster-autoscaler's estimator, by its outline only: its exact shapes were not at hand. 50,000 pods
 * of one small shape and 1,000 larger ones, on nodes that hold 20 of the small. The bound by cores alone is
 * (50,000 × 0.4 + 1,000 × 1) ÷ 8.2 = 2,561 nodes.
 */
const NODES = 3000;
const NODE = { cores: 8.2, memory: 24 };
const PODS = [
  { name: 'small', replicas: 50_000, cores: 0.4, memory: 1000 },
  { name: 'large', replicas: 1000, cores: 1, memory: 2000 },
];

/** Makes nodes enough and the pods as two services. */
export function manifestsOf() {
  const names = Array.from({ length: NODES }, (_, nth) => `node-${String(nth).padStart(5, '0')}`);
  const part = (name, type, specs) => [
    manifest('Component', name, { type, manufacturer: 'acme', model: name, specs }),
    manifest('ComponentAssignment', name, { component: name, computes: names, quantity: 1 }),
  ];
  return [
    ...names.map((name) =>
      manifest('Compute', name, { type: 'vm', provider: 'sandbox', region: 'a', state: 'active' }),
    ),
    ...part('cpu', 'cpu', { cores: NODE.cores }),
    ...part('ram', 'ram', { capacity_gb: NODE.memory }),
    ...PODS.map(({ name, replicas, cores, memory }) =>
      manifest('Service', name, {
        state: 'active',
        replicas,
        priority: 0,
        resources: { min: { cores, memory } },
      }),
    ),
  ];
}

function manifest(kind, name, spec) {
  return { apiVersion: 'stowage/v1', kind, metadata: { name, protect: false }, spec };
}
