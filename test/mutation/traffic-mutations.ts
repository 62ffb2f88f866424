import type { Mutation } from './mutation.ts';
import { extra, manifest, slip } from './mutation.ts';

const HTTP = 'service: web, ip: web-01-v4, port: 80, servicePort: http';
const rule = (name: string, spec: string): string => manifest('FirewallRule', name, spec);
const on = (name: string, place: string): string =>
  manifest('FirewallAssignment', `${name}-on`, `rule: ${name}, ${place}`);
const WEB = 'computeSelector: { matchLabels: { role: web } }';

/** A rule with its assignment. */
const added = (id: string, mistake: string, spec: string, place = WEB): Mutation =>
  extra(id, mistake, 'firewall', rule('odd', spec), on('odd', place));

/** Mistakes with ports and firewalls. */
export const TRAFFIC_MUTATIONS: readonly Mutation[] = [
  slip('port.range', 'a port above all', [
    'network',
    HTTP,
    'service: web, ip: web-01-v4, port: 80080, servicePort: http',
  ]),
  slip(
    'port.conflict',
    'a port that is taken, for every protocol',
    [
      'network',
      '+',
      manifest(
        'PortAssignment',
        'taken',
        'service: postgres, ip: web-01-v4, port: 443, protocol: all, servicePort: postgres',
      ),
    ],
    [
      'firewall',
      '+',
      [rule('quic', 'priority: 32, action: ALLOW, protocol: udp, portStart: 443'), on('quic', WEB)].join(
        '---\n',
      ),
    ],
  ),
  extra(
    'port.ip-unowned',
    'a port of an address of nobody',
    'network',
    manifest('PortAssignment', 'unowned', 'service: web, ip: spare-v4, port: 443, servicePort: https'),
  ),
  slip('port.service-port', 'a port of the service is misspelt', [
    'network',
    HTTP,
    'service: web, ip: web-01-v4, port: 80, servicePort: htpp',
  ]),
  slip('port.service-number', 'a number that the service does not have', [
    'network',
    HTTP,
    'service: web, ip: web-01-v4, port: 80, servicePort: 8080',
  ]),
  slip('port.service-port', 'a port of the service is renamed', [
    'services',
    '{ name: https, port: 443 }',
    '{ name: tls, port: 443 }',
  ]),
  extra(
    'port.service-elsewhere',
    'a port where the service is not',
    'network',
    manifest(
      'PortAssignment',
      'elsewhere',
      'service: postgres, ip: web-02-v4, port: 80, servicePort: postgres',
    ),
  ),
  extra(
    'port.internal-clash',
    'two services behind one inner port',
    'network',
    manifest('PortAssignment', 'clash', 'service: worker, ip: web-02-v4, port: 80, servicePort: 443'),
  ),
  slip('port.icmp', 'a port of a protocol without ports', [
    'network',
    HTTP,
    'service: web, ip: web-01-v4, port: 80, protocol: icmp, servicePort: http',
  ]),
  slip('port.blocked', 'a port that the firewall denies', [
    'firewall',
    'protocol: tcp, portStart: 80 }',
    'protocol: tcp, portStart: 81 }',
  ]),
  slip('port.partly-blocked', 'a port that is open to few', [
    'firewall',
    'protocol: tcp, portStart: 80 }',
    'protocol: tcp, source: 198.18.0.0/15, portStart: 80 }',
  ]),
  added(
    'fw.family-mix',
    'a source and a destination of two families',
    "priority: 50, action: ALLOW, protocol: tcp, source: 192.88.99.0/24, destination: '2a01:4f8::/32', portStart: 99",
  ),
  added('fw.port-protocol', 'a port of icmp', 'priority: 9, action: ALLOW, protocol: icmp, portStart: 99'),
  added(
    'fw.range-reversed',
    'a range from its end',
    'priority: 50, action: ALLOW, protocol: tcp, source: 10.20.0.0/24, portStart: 9100, portEnd: 9000',
  ),
  added(
    'fw.host-bits',
    'a network with an address in it',
    'priority: 50, action: ALLOW, protocol: tcp, source: 10.20.0.7/24, portStart: 9100',
  ),
  added(
    'fw.shadowed',
    'a denial behind what it denies',
    'priority: 50, action: DENY, protocol: tcp, portStart: 443',
  ),
  added(
    'fw.redundant',
    'an allowance inside another',
    'priority: 50, action: ALLOW, protocol: tcp, source: 10.20.0.0/24, portStart: 443',
  ),
  added(
    'fw.correlated',
    'two rules that cross',
    'priority: 29, action: DENY, protocol: tcp, source: 198.51.99.0/24, portStart: 400, portEnd: 500',
  ),
  added(
    'fw.tie',
    'two rules at once',
    'priority: 31, action: DENY, protocol: tcp, source: 198.51.99.0/24, portStart: 443',
  ),
  slip('fw.tie', 'the denial of the rest among the permissions', [
    'firewall',
    'priority: 9000',
    'priority: 40',
  ]),
  slip('fw.shadowed', 'the denial of the rest before some permissions, and beside one', [
    'firewall',
    'priority: 9000',
    'priority: 20',
  ]),
  slip('port.blocked', 'two ports at an address of a compute that lets nobody in', [
    'network',
    'compute: web-01, ip: web-01-v6',
    'compute: db-01, ip: web-01-v6',
  ]),
  slip('fwassign.duplicate', 'an assignment names the rule above', [
    'firewall',
    'rule: allow-https,',
    'rule: allow-http,',
  ]),
  slip('fwassign.duplicate', 'an assignment names the rule below, which locks the controller out', [
    'firewall',
    'rule: allow-ssh-v4,',
    'rule: allow-ssh-v6,',
  ]),
  added(
    'fw.unmatchable',
    'a destination that is nowhere',
    'priority: 50, action: ALLOW, protocol: tcp, destination: 198.51.99.7, portStart: 9100',
  ),
  slip('fw.lockout', 'no way in for the controller', [
    'firewall',
    'source: 203.0.114.0/28, portStart: 22',
    'source: 203.0.115.0/28, portStart: 22',
  ]),
  added(
    'fw.world-open-admin',
    'remote desktops for everybody',
    'priority: 50, action: ALLOW, protocol: tcp, portStart: 3389',
  ),
  added(
    'fw.v4-only',
    'a rule without its twin',
    'priority: 50, action: ALLOW, protocol: tcp, source: 0.0.0.0/0, portStart: 8443',
  ),
  extra('fwassign.duplicate', 'a rule assigned twice', 'firewall', on('allow-postgres', 'compute: db-01')),
  extra(
    'fwassign.no-rules',
    'a compute that no selector chooses',
    'machines',
    manifest('Compute', 'forgotten', 'type: vm, provider: own, region: berlin'),
    manifest('IPAddress', 'forgotten', 'address: 116.203.157.99, type: public'),
    manifest('IPAssignment', 'forgotten', 'compute: forgotten, ip: forgotten'),
  ),
];
