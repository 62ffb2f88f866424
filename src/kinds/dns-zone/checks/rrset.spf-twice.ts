import { rrsetsOf } from '../../../model/dns/rrsets.ts';
import type { Check } from '../../kind.ts';

/** How the policy begins as a zone file has it (RFC 7208, section 4.5). */
const SPF = /^"v=spf1[ "]/i;

/** A name has two policies on who may send mail for it. */
export const rrsetSpfTwice: Check<'DNSZone'> = {
  id: 'rrset.spf-twice',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const set of rrsetsOf(graph)) {
      if (set.length === 1 || set[0]?.type !== 'TXT') continue;
      const [first, ...others] = set.filter(({ text }) => SPF.test(text));
      // The same text again is a record that is written twice, which is reported by itself.
      const another = others.find(({ text }) => text !== first?.text);
      if (!first || !another) continue;
      yield {
        manifest: another.manifest,
        pointer: another.pointer,
        message: `${another.owner} has more than one SPF policy, so none of them holds`,
        hint: 'write one v=spf1 text with everything that may send mail for the name',
        related: [{ manifest: first.manifest, pointer: first.pointer, message: 'the first policy' }],
      };
    }
  },
  page: {
    meaning: `A name may have one TXT record that begins with \`v=spf1\`. Who receives mail and finds two has to give up with a
lasting error (RFC 7208, section 4.5), as if there were no policy or a wrong one, and much of the mail of the domain is
refused or taken for spam. What the one lets send and what the other does goes into one text.`,
    fails: example('v=spf1 include:_spf.example.net -all'),
    passes: example('google-site-verification=5W1qzV0yT2'),
  },
};

function example(second: string): string {
  return `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: spf }
spec: { zone: example.com, name: '@', type: TXT, value: ['v=spf1 mx -all', '${second}'] }
`;
}
