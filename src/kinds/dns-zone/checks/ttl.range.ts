import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';

/** A TTL is below a minute or above a week. */
export const ttlRange: Check<'DNSZone'> = {
  id: 'ttl.range',
  severity: 'warning',
  *run(zones, { graph }) {
    for (const manifest of timed(zones, graph)) {
      const { ttl } = manifest.spec;
      if (ttl >= SHORTEST && ttl <= LONGEST) continue;
      const short = ttl < SHORTEST;
      yield {
        manifest,
        pointer: '/spec/ttl',
        message: `a TTL of ${ttl} seconds is ${short ? 'below a minute' : 'above a week'}`,
        hint: short
          ? `write ${SHORTEST} at least: every visitor would ask the name servers`
          : `write ${LONGEST} at most: a mistake would be remembered as long, and many resolvers keep nothing longer`,
      };
    }
  },
  page: {
    meaning: `Below a minute nearly every visitor makes resolvers ask the name servers again, and many resolvers round it up anyway. Above a week a mistake stays for longer than anybody waits, and resolvers cut it down (RFC 8767).`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ttl: 5 }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ttl: 300 }
`,
  },
};

/** Seconds. */
const [SHORTEST, LONGEST] = [60, 604_800];

function timed(zones: readonly Manifest<'DNSZone'>[], graph: Graph) {
  return [...zones, ...graph.all('DNSRecord')];
}
