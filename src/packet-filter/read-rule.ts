import type { IpNetwork } from '../model/ip/ip-network.ts';
import { parseNetwork } from '../model/ip/ip-network.ts';
import type { Family, Span } from './box.ts';
import { boxOf } from './box.ts';
import type { Action, FilterRule } from './filter-rule.ts';

/** A rule as a person declares it; addresses are networks, single addresses or `any`. */
export interface DeclaredRule {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly action: Action;
    readonly protocol: 'tcp' | 'udp' | 'icmp' | 'all';
    readonly source: string;
    readonly destination: string;
    /** 0 for every port. */
    readonly portStart: number;
    /** 0 for the single port `portStart`. */
    readonly portEnd: number;
    readonly priority: number;
    readonly direction: 'in' | 'out';
  };
}

const FAMILIES: readonly Family[] = [4, 6];

const READ = new WeakMap<DeclaredRule, FilterRule | null>();

/** Reads a rule, once; null where it has no clear meaning, which a check of its own reports. */
export function readRule(declared: DeclaredRule): FilterRule | null {
  let rule = READ.get(declared);
  if (rule === undefined) READ.set(declared, (rule = read(declared)));
  return rule;
}

function read({ metadata, spec }: DeclaredRule): FilterRule | null {
  const { action, protocol, priority } = spec;
  const source = sideOf(spec.source);
  const destination = sideOf(spec.destination);
  const port = portsOf(spec);
  if (source === 'unclear' || destination === 'unclear' || port === 'unclear') return null;
  const families = FAMILIES.filter((family) =>
    [source, destination].every((side) => side === null || side.family === family),
  );
  if (families.length === 0) return null;
  const boxes = families.map((family) => boxOf(family, protocol, source, destination, port));
  return { name: metadata.name, priority, action, boxes };
}

function sideOf(text: string): IpNetwork | null | 'unclear' {
  if (text === 'any') return null;
  return parseNetwork(text)?.network ?? 'unclear';
}

function portsOf({ protocol, portStart, portEnd }: DeclaredRule['spec']): Span | null | 'unclear' {
  if (portStart === 0 && portEnd === 0) return null;
  if (protocol === 'icmp' || portStart === 0) return 'unclear';
  const last = portEnd === 0 ? portStart : portEnd;
  return last < portStart ? 'unclear' : { first: BigInt(portStart), last: BigInt(last) };
}
