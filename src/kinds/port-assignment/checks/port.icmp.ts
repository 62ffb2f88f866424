import { exampleExposure, exampleOwner, examplePort } from '../../port-checks/example-exposure.ts';
import type { Check } from '../../kind.ts';

/** A port is exposed for a protocol that has no ports. */
export const portIcmp: Check<'PortAssignment'> = {
  id: 'port.icmp',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { protocol, port } = manifest.spec;
      if (protocol !== 'icmp') continue;
      yield {
        manifest,
        pointer: '/spec/protocol',
        message: `icmp has no ports, so port ${port} of it cannot lead anywhere`,
        hint: 'write tcp, udp or all; a FirewallRule lets ICMP in',
      };
    }
  },
  page: {
    meaning: `ICMP, which carries ping and error messages, knows no ports: there is nothing to forward to a service. The
machine itself answers it, if its firewall lets it in.`,
    fails: example('icmp'),
    passes: example('tcp'),
  },
};

function example(protocol: string): string {
  const port = examplePort('web-https', 'web', 'port: 443', `protocol: ${protocol}`, 'servicePort: main');
  return exampleExposure(exampleOwner('fsn1-web-01'), port);
}
