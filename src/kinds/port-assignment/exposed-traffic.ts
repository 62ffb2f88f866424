import { computesOfAddress } from '../../model/computes-of-address.ts';
import type { Graph } from '../../model/graph.ts';
import { ipLiterals } from '../../model/ip-literals.ts';
import { networkOfOne } from '../../model/ip/ip-network.ts';
import type { IpNetwork } from '../../model/ip/ip-network.ts';
import type { Manifest } from '../../model/manifest.ts';
import { ruleSetsOf } from '../../model/rule-sets.ts';
import { boxOf } from '../../packet-filter/box.ts';
import type { Decision } from '../../packet-filter/decisions-on.ts';
import { policyFrom } from '../../packet-filter/policy.ts';
import { isRival } from '../address-checks/primary-rivals.ts';
import { isPort } from '../port-checks/is-port.ts';
import { isGivenAnother } from '../firewall-checks/repeated-assignments.ts';
import { isMisordered } from '../firewall-checks/rule-verdicts.ts';

/** What the firewall of a compute does with what an assignment exposes. */
export interface Exposed {
  readonly compute: string;
  readonly decisions: readonly Decision[];
}

/**
 * Asks the firewall about what an assignment exposes: everything from `source` (null for everywhere). Null where that
 * cannot be said, or where a mistake that is reported by itself decides.
 */
export function exposedTraffic(
  { spec: { ip, port, protocol } }: Manifest<'PortAssignment'>,
  source: IpNetwork | null,
  graph: Graph,
): Exposed | null {
  const computes = computesOfAddress(ip, graph);
  const [compute] = computes;
  const address = graph.get('IPAddress', ip);
  const literal = address && ipLiterals(address.spec).address;
  const set = compute === undefined ? undefined : ruleSetsOf(graph).ofCompute.get(compute);
  if (!literal || !set || compute === undefined || computes.length > 1) return null;
  if (protocol === 'icmp' || !isPort(port)) return null;
  const policy = policyFrom(set.rules, 'in');
  if (policy.rules.length === 0 || policy.incomplete) return null;
  const outer = { first: BigInt(port), last: BigInt(port) };
  const box = boxOf(literal.family, protocol, source, networkOfOne(literal), outer);
  const decisions = policy.decisionsOn(box);
  if (decisions.every(({ action }) => action === 'ALLOW') || isMisordered(box, policy, graph)) return null;
  const owner = graph.get('Compute', compute);
  if (isRival(ip, graph) || (owner && isGivenAnother(owner, box, graph))) return null;
  return { compute, decisions };
}
