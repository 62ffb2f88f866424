import type { Check } from '../../kind.ts';

/** A range of ports ends before it starts, or has an end and no start. */
export const fwRangeReversed: Check<'FirewallRule'> = {
  id: 'fw.range-reversed',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { protocol, portStart, portEnd } = manifest.spec;
      // Ports of ICMP are no mistake of their order.
      if (portEnd === 0 || portEnd >= portStart === portStart > 0 || protocol === 'icmp') continue;
      yield {
        manifest,
        pointer: '/spec/portEnd',
        ...(portStart === 0
          ? {
              message: `the range ends with port ${portEnd} and has no first port`,
              hint: `set portStart, to ${portEnd} if that one port is meant and to 1 if every port up to it is`,
            }
          : {
              message: `the range ends with port ${portEnd}, before it starts with ${portStart}`,
              hint: `write portStart: ${portEnd} and portEnd: ${portStart}`,
              related: [{ manifest, pointer: '/spec/portStart', message: 'the first port' }],
            }),
      };
    }
  },
  page: {
    meaning: `A range of ports goes from \`portStart\` up to \`portEnd\`. One that ends before it starts has no port in
it, and one without a start could mean two things: a single port, or every port up to that one. Such a rule is left out
of everything else that is said of the firewall.`,
    fails: `
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-exporters
spec:
  action: ALLOW
  protocol: tcp
  source: 10.20.0.0/24
  portStart: 9199
  portEnd: 9100
`,
    passes: `
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-exporters
spec:
  action: ALLOW
  protocol: tcp
  source: 10.20.0.0/24
  portStart: 9100
  portEnd: 9199
`,
  },
};
