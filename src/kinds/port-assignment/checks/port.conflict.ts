import type { Manifest } from '../../../model/manifest.ts';
import { exampleExposure, exampleOwner, examplePort } from '../../port-checks/example-exposure.ts';
import type { Check } from '../../kind.ts';

/** A port of an address is exposed once for all protocols, and once more for one of them. */
export const portConflict: Check<'PortAssignment'> = {
  id: 'port.conflict',
  severity: 'error',
  *run(manifests) {
    const whole = new Map<string, Manifest<'PortAssignment'>>();
    for (const manifest of manifests) {
      if (manifest.spec.protocol === 'all') whole.set(outerEnd(manifest), manifest);
    }
    for (const manifest of manifests) {
      const { protocol, port, ip } = manifest.spec;
      const other = whole.get(outerEnd(manifest));
      // Two of one protocol have one natural key, and key.duplicate says so; icmp has no ports, and port.icmp says so.
      if (!other || protocol === 'all' || protocol === 'icmp') continue;
      yield {
        manifest,
        pointer: '/spec/port',
        message: `${protocol} ${port} of ${ip} is taken: ${other.metadata.name} exposes this port for every protocol`,
        hint: 'choose another port, or write the other protocol in place of all there',
        related: [{ manifest: other, pointer: '/spec/protocol', message: 'takes every protocol' }],
      };
    }
  },
  page: {
    meaning: `What arrives at one port of one address can go to one place only. \`protocol: all\` takes the port for TCP
and UDP both, so no other assignment may have it. Two assignments for the very same protocol are one object twice, which
\`key.duplicate\` reports.`,
    fails: example('all'),
    passes: example('udp'),
  },
};

function outerEnd({ spec: { ip, port } }: Manifest<'PortAssignment'>): string {
  return `${ip} ${port}`;
}

function example(protocol: string): string {
  return exampleExposure(
    exampleOwner('fsn1-web-01'),
    examplePort('web-https', 'web', 'port: 443', 'protocol: tcp', 'servicePort: main'),
    examplePort('web-quic', 'web', 'port: 443', `protocol: ${protocol}`, 'servicePort: main'),
  );
}
