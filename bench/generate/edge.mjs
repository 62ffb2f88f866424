import { fileOf, manifestOf } from './manifest.mjs';
import { annotations } from './people.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {import('./random.mjs').Random} Random */

/** Every machine of an edge cluster runs a gateway and exposes it. @param {Cluster} cluster @param {Random} random */
export function edge(cluster, random) {
  const { name, machines, team } = cluster;
  const gateway = `${name}-gateway`;
  const pins = machines.map((machine) =>
    manifestOf(
      'Assignment',
      `${machine.name}-gateway`,
      { service: gateway, compute: machine.name, reason: 'Its public address is on this machine.' },
      annotations(random, team),
    ),
  );
  const ports = machines.flatMap((machine) =>
    [80, 443].map((port) =>
      manifestOf(
        'PortAssignment',
        `${machine.name}-${port}`,
        {
          service: gateway,
          ip: `${machine.name}-public`,
          port,
          protocol: 'tcp',
          servicePort: port === 80 ? 'http' : 'https',
          description: `Visitors of ${team} arrive here.`,
        },
        annotations(random, team),
      ),
    ),
  );
  return [
    fileOf(`services/${team}`, gatewayOf(cluster, random)),
    ...pins.map((pin) => fileOf(`pins/${name}`, pin)),
    ...ports.map((port) => fileOf(`network/ports/${name}`, port)),
  ];
}

/** @param {Cluster} cluster @param {Random} random */
function gatewayOf({ name, machines, team }, random) {
  const spec = {
    description: `Ends TLS for ${team} and passes requests on.`,
    replicas: machines.length,
    priority: 200,
    resources: { min: { cores: 1, memory: 2048 }, max: { cores: 4, memory: 4096 } },
    ports: [
      { name: 'http', port: 8080, protocol: 'tcp' },
      { name: 'https', port: 8443, protocol: 'tcp' },
    ],
    placement: { affinity: [{ matchLabels: { cluster: name } }], spreadMax: 1 },
  };
  return manifestOf('Service', `${name}-gateway`, spec, annotations(random, team));
}
