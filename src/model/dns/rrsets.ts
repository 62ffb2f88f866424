import type { Graph } from '../graph.ts';
import type { DnsRecord } from './dns-record.ts';
import { dnsOf } from './dns.ts';
import { grouped } from './grouped.ts';

const BUILT = new WeakMap<Graph, readonly (readonly DnsRecord[])[]>();

/**
 * The records of one name and type in one zone, set by set; worked out once. Of manifests with one key only the first
 * counts, as that they have one key is the mistake to mend.
 */
export function rrsetsOf(graph: Graph): readonly (readonly DnsRecord[])[] {
  let sets = BUILT.get(graph);
  if (!sets) {
    sets = [...dnsOf(graph).atName.values()].flatMap((records) =>
      records.length === 1
        ? [records]
        : [...grouped(records, ({ type }) => type).values()].map((set) => firstOfEachKey(set, graph)),
    );
    BUILT.set(graph, sets);
  }
  return sets;
}

function firstOfEachKey(set: readonly DnsRecord[], graph: Graph): readonly DnsRecord[] {
  const firsts = new Map<string, DnsRecord['manifest']>();
  return set.filter(({ manifest }) => {
    const key = `${manifest.kind} ${graph.keyOf(manifest)}`;
    const first = firsts.get(key) ?? manifest;
    firsts.set(key, first);
    return first === manifest;
  });
}
