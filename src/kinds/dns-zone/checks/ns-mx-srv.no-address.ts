import type { Dns } from '../../../model/dns/dns.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import { zonesOver } from '../../../model/dns/zone-index.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Check } from '../../kind.ts';
import type { Unreachable } from '../unreachable-servers.ts';
import { unreachableServers } from '../unreachable-servers.ts';

/** A name server, mail server or service of the fleet has no address. */
export const nsMxSrvNoAddress: Check<'DNSZone'> = {
  id: 'ns-mx-srv.no-address',
  severity: 'error',
  *run(_manifests, { graph, unread }) {
    if (unread('DNSRecord') || unread('IPAddress')) return;
    const dns = dnsOf(graph);
    for (const all of unreachableServers(dns)) {
      // With an address in its own zone, a server has its glue as well.
      const one = all.find(({ glueless }) => !glueless) ?? all[0];
      if (one) yield told(one, all, dns);
    }
  },
  page: {
    meaning: `NS, MX and SRV lead to a name that has an A or AAAA record. Where that name is in a zone of the fleet and has none, mail, service or zone cannot be reached. BIND refuses zones whose own name servers or mail servers have no address.

A zone that is delegated to a name server inside it needs that server's address in the zone above, since nobody could ask for it otherwise. Where both zones are the fleet's, it is copied there.

What one slip causes is one error: several servers of one name without an address, or one server without an address that
several names lead to. The first of them is shown, and the other places below it.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex-mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-a }
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex-mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail }
`,
  },
};

function told(one: Unreachable, all: readonly Unreachable[], dns: Dns): Finding {
  const { manifest, pointer, owner, type } = one.record;
  const set = all.filter(({ record }) => record.owner === owner && record.type === type);
  const targets = [...new Set(set.map(({ target }) => target))];
  const named = targets.length < 2 ? one.target : `${targets.slice(0, -1).join(', ')} and ${targets.at(-1)}`;
  const [whose, have, each, name] =
    targets.length < 2 ? ['its', 'has', one.target, 'name'] : ['their', 'have', 'each', 'names'];
  const more = all.length - set.length;
  const others =
    more === 0 ? '' : more === 1 ? ', and another record leads there' : `, and ${more} more lead there`;
  const zones = new Set(
    [...new Set(all.map(({ target }) => target))].flatMap((target) => zonesOver(target, dns.zones)),
  );
  return {
    manifest,
    pointer,
    message: one.glueless
      ? `${owner} is delegated to ${named}, and nobody can find out ${whose} address`
      : `${owner} ${type} leads to ${named}, which ${have} no address${others}`,
    hint: one.glueless
      ? `add an A or AAAA record of ${each} beside it (glue): only those delegated to could tell it`
      : `add an A or AAAA record of ${each}, or correct the ${name}`,
    related: [
      ...[...zones].map((zone) => ({
        manifest: zone.manifest,
        pointer: '/spec/name',
        message: 'the zone that answers for it',
      })),
      ...all
        .filter((other) => other !== one)
        .map(({ record, target }) => ({
          manifest: record.manifest,
          pointer: record.pointer,
          message: `${record.owner} ${record.type} leads to ${target}`,
        })),
    ],
  };
}
