import { addressesOfCompute } from '../../model/addresses-of-compute.ts';
import type { Graph } from '../../model/graph.ts';
import type { IpNetwork } from '../../model/ip/ip-network.ts';
import type { IpRange } from '../../model/ip/ip-range.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Box, Span } from '../../packet-filter/box.ts';
import { boxOf } from '../../packet-filter/box.ts';
import type { FilterRule } from '../../packet-filter/filter-rule.ts';
import type { Policy } from '../../packet-filter/policy.ts';
import { isGivenAnother } from '../firewall-checks/repeated-assignments.ts';
import { isMisordered } from '../firewall-checks/rule-verdicts.ts';

const SSH: Span = { first: 22n, last: 22n };

/** Some of a network cannot reach a compute. */
export interface LockedOut {
  readonly compute: Manifest<'Compute'>;
  readonly network: IpNetwork;
  /** Who denies it; null where no rule matches. */
  readonly rule: FilterRule | null;
}

/** Finds the computes of one policy that a network cannot reach over SSH, and which rule is to blame. */
export function* lockedOut(
  policy: Policy,
  computes: readonly Manifest<'Compute'>[],
  networks: readonly IpNetwork[],
  graph: Graph,
): Iterable<LockedOut> {
  const denied = networks.filter((network) => {
    const box = sshFrom(network, null);
    return denierOf(policy, box) !== undefined && !isMisordered(box, policy, graph);
  });
  if (denied.length === 0) return;
  for (const compute of computes) {
    if (compute.spec.state === 'inactive') continue;
    const addresses = addressesOfCompute(compute.metadata.name, graph);
    if (addresses.length === 0 && denied.length < networks.length) continue;
    for (const network of denied) {
      const own = addresses.filter(({ range }) => range.family === network.family);
      if (addresses.length > 0 && own.length === 0) continue;
      const boxes =
        own.length === 0 ? [sshFrom(network, null)] : own.map(({ range }) => sshFrom(network, range));
      const deniers = boxes.map((box) => denierOf(policy, box));
      const [rule] = deniers;
      if (rule === undefined || deniers.includes(undefined)) continue;
      if (boxes.some((box) => isGivenAnother(compute, box, graph))) continue;
      yield { compute, network, rule };
    }
  }
}

function sshFrom({ family, first, last }: IpNetwork, to: IpRange | null): Box {
  const {
    spans: [protocol, , everywhere, port],
  } = boxOf(family, 'tcp', null, null, SSH);
  return { family, spans: [protocol, { first, last }, to ?? everywhere, port] };
}

/** The rule that denies some of a box, null where none matches; undefined where all of it passes. */
function denierOf(policy: Policy, box: Box): FilterRule | null | undefined {
  return policy.decisionsOn(box).find(({ action }) => action === 'DENY')?.rule;
}
