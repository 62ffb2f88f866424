import { fileOf, manifestOf } from './manifest.mjs';
import { annotations, TEAMS } from './people.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {import('./random.mjs').Random} Random */

/** The networks of the machines that apply plans. */
export const CONTROLLERS = ['10.255.0.0/24', 'fd4c:7e1a:9b20:ff::/64'];

const EVERYWHERE = { matchExpressions: [{ key: 'env', operator: 'Exists' }] };
const EDGE = { matchLabels: { 'role-edge': 'true' } };

/** @type {readonly (readonly [name: string, selector: object, spec: object])[]} */
const COMMON = [
  ['allow-ssh-from-controllers', EVERYWHERE, tcp(10, CONTROLLERS[0], 22)],
  ['allow-ping', EVERYWHERE, { action: 'ALLOW', protocol: 'icmp', source: '10.0.0.0/8', priority: 20 }],
  ['allow-metrics', EVERYWHERE, tcp(30, '10.254.0.0/24', 9100)],
  ['allow-ssh-from-controllers-v6', EDGE, tcp(11, CONTROLLERS[1], 22)],
  ['allow-http', EDGE, tcp(40, 'any', 80)],
  ['allow-https', EDGE, tcp(41, 'any', 443)],
  ['deny-rest', EVERYWHERE, { action: 'DENY', protocol: 'all', source: 'any', priority: 10_000 }],
];

/** The rules that hold on all machines and on the edge. @param {Random} random */
export function commonRules(random) {
  return COMMON.flatMap(([name, computeSelector, spec]) => [
    rule(name, spec, 'platform', random),
    assignment(name, { rule: name, computeSelector }, 'platform', random),
  ]);
}

/**
 * Lets other teams reach the first services of a cluster: one on all its machines, one on the first machine.
 * @param {Cluster} cluster
 * @param {readonly { name: string, port: number }[]} services
 * @param {Random} random
 */
export function clusterRules({ index, name, machines, team }, services, random) {
  const places = [{ computeSelector: { matchLabels: { cluster: name } } }, { compute: machines[0]?.name }];
  return services.slice(0, places.length).flatMap((service, nth) => {
    const client = (index + nth) % TEAMS.length;
    const title = `allow-${service.name}-from-${TEAMS[client]}`;
    return [
      rule(title, tcp(100, `10.250.${client}.0/24`, service.port), team, random),
      assignment(title, { rule: title, ...places[nth] }, team, random),
    ];
  });
}

/** @param {number} priority @param {string | undefined} source @param {number} portStart */
function tcp(priority, source, portStart) {
  return { action: 'ALLOW', protocol: 'tcp', source, portStart, priority };
}

/** @param {string} name @param {object} spec @param {string} team @param {Random} random */
function rule(name, spec, team, random) {
  return fileOf(
    `network/firewall/rules/${team}`,
    manifestOf('FirewallRule', name, spec, annotations(random, team)),
  );
}

/** @param {string} name @param {object} spec @param {string} team @param {Random} random */
function assignment(name, spec, team, random) {
  const manifest = manifestOf('FirewallAssignment', name, spec, annotations(random, team));
  return fileOf(`network/firewall/assignments/${team}`, manifest);
}
