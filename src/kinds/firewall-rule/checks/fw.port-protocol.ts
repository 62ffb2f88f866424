import type { Check } from '../../kind.ts';

/** A rule names ports of a protocol that has none. */
export const fwPortProtocol: Check<'FirewallRule'> = {
  id: 'fw.port-protocol',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { protocol, portStart, portEnd } = manifest.spec;
      if (protocol !== 'icmp' || (portStart === 0 && portEnd === 0)) continue;
      yield {
        manifest,
        pointer: portStart === 0 ? '/spec/portEnd' : '/spec/portStart',
        message: `icmp has no ports, and the rule names port ${portStart === 0 ? portEnd : portStart}`,
        hint: 'leave the ports out, or make the protocol tcp or udp',
        related: [{ manifest, pointer: '/spec/protocol', message: 'the protocol' }],
      };
    }
  },
  page: {
    meaning: `ICMP packets have no ports, so what the rule matches is anybody's guess. With \`protocol: all\` ports are
fine: the rule then matches TCP and UDP on these ports, and nothing else. A rule that names ports of ICMP is left out of
everything else that is said of the firewall.`,
    fails: `
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-ping
spec:
  action: ALLOW
  protocol: icmp
  portStart: 8
`,
    passes: `
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-ping
spec:
  action: ALLOW
  protocol: icmp
`,
  },
};
