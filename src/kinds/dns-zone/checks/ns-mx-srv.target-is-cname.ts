import { answer } from '../../../model/dns/answer.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import type { Check } from '../../kind.ts';

/** A name server, mail server or service is led to by an alias. */
export const nsMxSrvTargetIsCname: Check<'DNSZone'> = {
  id: 'ns-mx-srv.target-is-cname',
  severity: 'error',
  *run(_manifests, { graph }) {
    const dns = dnsOf(graph);
    for (const { type, target, owner, manifest, pointer } of dns.records) {
      if (!(type === 'NS' || type === 'MX' || type === 'SRV') || target === null) continue;
      const alias = answer(dns, target)?.find((found) => found.type === 'CNAME');
      if (!alias) continue;
      yield {
        manifest,
        pointer,
        message: `${owner} ${type} leads to ${target}, which is an alias of ${alias.target}`,
        hint: `write ${alias.target}. instead, or give ${target} addresses of its own`,
        related: [{ manifest: alias.manifest, pointer: alias.pointer, message: 'the alias' }],
      };
    }
  },
  page: {
    meaning: `NS, MX and SRV lead to a name that has addresses, never to an alias (RFC 2181, 10.3; RFC 2782). Many mail servers do not deliver to an alias, and resolvers may give up on a name server that is one. BIND refuses zones with it.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx1-a }
spec: { zone: example.com, name: mx1, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-cname }
spec: { zone: example.com, name: mail, type: CNAME, value: mx1 }
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
metadata: { name: mx1-a }
spec: { zone: example.com, name: mx1, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-cname }
spec: { zone: example.com, name: mail, type: CNAME, value: mx1 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex-mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mx1 }
`,
  },
};
