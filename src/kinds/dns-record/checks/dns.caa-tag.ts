import { dnsOf } from '../../../model/dns/dns.ts';
import { nearestName } from '../../../model/nearest-name.ts';
import type { Check } from '../../kind.ts';

/** The properties that are registered (RFC 8659, RFC 8657, RFC 9495 and the registry of IANA). */
const TAGS = ['issue', 'issuewild', 'issuemail', 'issuevmc', 'iodef', 'contactemail', 'contactphone'];

/** A CAA record has a tag that no certificate authority knows. */
export const dnsCaaTag: Check<'DNSRecord'> = {
  id: 'dns.caa-tag',
  severity: 'warning',
  *run(_manifests, { graph }) {
    for (const { type, text, owner, manifest, pointer } of dnsOf(graph).records) {
      if (type !== 'CAA') continue;
      const [, tag = ''] = text.split(' ');
      if (TAGS.includes(tag)) continue;
      const near = nearestName(tag, TAGS);
      yield {
        manifest,
        pointer,
        message: `no certificate authority knows the CAA tag ${tag}, so it does nothing for ${owner}`,
        hint: near === undefined ? `the tags are ${TAGS.join(', ')}` : `did you mean ${near}?`,
      };
    }
  },
  page: {
    meaning: `A CAA record says who may issue certificates for a name. Of a tag that they do not know, authorities take no
notice (RFC 8659, section 4.1), so with \`isue\` in place of \`issue\` anybody may issue, as if the record were not there;
with the critical flag 128 nobody may.`,
    fails: example('isue'),
    passes: example('issue'),
  },
};

function example(tag: string): string {
  return `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: caa }
spec: { zone: example.com, name: '@', type: CAA, value: '0 ${tag} "letsencrypt.org"' }
`;
}
