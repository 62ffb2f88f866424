import { computesOfAddress } from '../../../model/computes-of-address.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import {
  exampleExposure,
  exampleOwner,
  examplePort,
  exampleService,
} from '../../port-checks/example-exposure.ts';
import type { Check } from '../../kind.ts';
import { innerPort } from '../inner-port.ts';

/** Two services are to listen on the same port of one compute. */
export const portInternalClash: Check<'PortAssignment'> = {
  id: 'port.internal-clash',
  severity: 'error',
  *run(manifests, { graph }) {
    const first = new Map<string, Manifest<'PortAssignment'>>();
    const said = new Set<string>();
    for (const manifest of manifests) {
      for (const { end, compute, port } of innerEnds(manifest, graph)) {
        const other = first.get(end);
        if (!other) first.set(end, manifest);
        if (!other || other.spec.service === manifest.spec.service) continue;
        const pair = `${compute} ${port} ${other.spec.service} ${manifest.spec.service}`;
        if (said.has(pair)) continue;
        said.add(pair);
        yield {
          manifest,
          pointer: manifest.spec.servicePort === undefined ? '/spec/port' : '/spec/servicePort',
          message: `on ${compute} port ${port} is where ${other.spec.service} listens, and ${manifest.spec.service} cannot listen there too`,
          hint: 'let one of the two services listen on another port and name it as servicePort; the outer port may stay',
          related: [{ manifest: other, pointer: '/spec/service', message: `leads to ${other.spec.service}` }],
        };
      }
    }
  },
  page: {
    meaning: `A PortAssignment leads to a port on which its service listens, on the compute that has the address. Here two
services would have to listen on the same port of one compute, for the same protocol, which an operating system gives to
one of them. Several ports, or several addresses, may lead to one port of one service.`,
    fails: example(8443),
    passes: example(9443),
  },
};

function innerEnds(manifest: Manifest<'PortAssignment'>, graph: Graph) {
  const { spec } = manifest;
  const port = innerPort(spec, graph);
  const computes = computesOfAddress(spec.ip, graph);
  const [compute] = computes;
  // An address that several computes have is a mistake of its own, and so is ICMP.
  if (port === undefined || compute === undefined || computes.length > 1 || spec.protocol === 'icmp')
    return [];
  const protocols = spec.protocol === 'all' ? ['tcp', 'udp'] : [spec.protocol];
  return protocols.map((protocol) => ({ end: `${compute} ${protocol} ${port}`, compute, port }));
}

function example(port: number): string {
  return exampleExposure(
    `---\n${exampleService('admin', port)}`,
    exampleOwner('fsn1-web-01'),
    examplePort('web-https', 'web', 'port: 443', 'servicePort: main'),
    examplePort('admin-https', 'admin', 'port: 8443', 'servicePort: main'),
  );
}
