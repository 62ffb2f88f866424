import { isIP } from 'node:net';
import { canonicalIp } from '../../model/ip/canonical-ip.ts';
import { deliveredAddress } from '../../model/delivered-address.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';

/**
 * The addresses that a provider gave a Host, each with its assignment; one that a manifest declares stays with that.
 * `declared` are all of those, canonical.
 */
export function networkOf(
  { metadata, source }: Manifest<'Host'>,
  graph: Graph,
  { addresses }: RecordedObject['status'],
  declared: ReadonlySet<string>,
): Manifest[] {
  if (!Array.isArray(addresses)) return [];
  const counts = { 4: 0, 6: 0 };
  return addresses.flatMap((given: unknown) => {
    const address = canonicalIp(String(given));
    const family = isIP(address);
    if ((family !== 4 && family !== 6) || declared.has(address)) return [];
    const name = deliveredAddress(metadata.name, family, ++counts[family]);
    if (graph.get('IPAddress', name) ?? graph.get('IPAssignment', name)) return [];
    const ip: Manifest<'IPAddress'> = {
      apiVersion: 'stowage/v1',
      kind: 'IPAddress',
      metadata: { name, protect: false },
      spec: { address, type: 'public', dnsServers: [], state: 'available' },
      source,
    };
    const assignment: Manifest<'IPAssignment'> = {
      ...ip,
      kind: 'IPAssignment',
      spec: { compute: metadata.name, ip: name, primary: counts[family] === 1 },
    };
    return [ip, assignment];
  });
}
