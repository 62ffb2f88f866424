import { addressGivenTwice } from '../../../model/address-given-twice.ts';
import { computesOfAddress } from '../../../model/computes-of-address.ts';
import { exampleExposure, exampleOwner, examplePort } from '../../port-checks/example-exposure.ts';
import type { Check } from '../../kind.ts';

/** A port is exposed at an address that no compute has. */
export const portIpUnowned: Check<'PortAssignment'> = {
  id: 'port.ip-unowned',
  severity: 'error',
  *run(manifests, { graph, unread }) {
    if (unread('IPAssignment') || addressGivenTwice(graph)) return;
    const unowned = new Map<string, (typeof manifests)[number][]>();
    for (const manifest of manifests) {
      const { ip } = manifest.spec;
      if (!graph.get('IPAddress', ip) || computesOfAddress(ip, graph).length > 0) continue;
      const others = unowned.get(ip);
      if (others) others.push(manifest);
      else unowned.set(ip, [manifest]);
    }
    for (const [ip, [manifest, ...more]] of unowned) {
      const address = graph.get('IPAddress', ip);
      if (!manifest || !address) continue;
      yield {
        manifest,
        pointer: '/spec/ip',
        message: `no compute has ${address.spec.address} (${ip}), so nothing that arrives there is forwarded`,
        hint: 'give the address to a compute by an IPAssignment, or name one that a compute has',
        related: [
          { manifest: address, pointer: '/metadata/name', message: 'assigned to nobody' },
          ...more.map((other) => ({ manifest: other, pointer: '/spec/ip', message: 'exposed there too' })),
        ],
      };
    }
  },
  page: {
    meaning: `The compute that has the address forwards what arrives there. Here no IPAssignment gives the address to a
compute, so nobody would. All ports of one such address are reported together.`,
    fails: exampleExposure(port()),
    passes: exampleExposure(port(), exampleOwner('fsn1-web-01')),
  },
};

function port(): string {
  return examplePort('web-https', 'web', 'port: 443', 'servicePort: main');
}
