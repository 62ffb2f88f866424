import { describe, expect } from '@jest/globals';
import fc from 'fast-check';
import { dnsOf } from '../../src/model/dns/dns.ts';
import { zoneContent } from '../../src/model/dns/zone-content.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { zoneFile } from '../../src/render/zone-file.ts';
import { TODAY } from '../support/diagnose.ts';
import { namedCheckzone, withBind } from '../support/named-checkzone.ts';
import type { Row, Written } from './zone-mistakes.ts';
import { MISTAKES } from './zone-mistakes.ts';

const DOMAIN = 'example.com';
const SOUND: readonly Written[] = [
  ['ns1', 'A', '192.0.2.1'],
  ['host', 'A', '192.0.2.2'],
  ['host', 'AAAA', '2001:db8::2'],
  ['@', 'MX', '10 host'],
  ['@', 'TXT', 'v=spf1 mx -all'],
];

/** The rules on which BIND has an opinion, of those that records as `relations` makes them can break. */
const SHARED = new Set([
  'cname.coexists',
  'cname.multiple',
  'cname.apex',
  'ns-mx-srv.target-is-cname',
  'ns-mx-srv.no-address',
]);

/** Resolvers ask for the address by way of the other delegation (RFC 9471); where that is no way, a check says so. */
const UNSHARED = /has no SIBLING GLUE/;

describe('checks of the DNS agree with named-checkzone wherever it has an opinion', () => {
  withBind('a sound zone has neither errors nor complaints', () => {
    expect(errorsOf(SOUND)).toEqual([]);
    expect(bindOn(asWritten(SOUND))).toEqual({ opinion: 'none', complaints: [] });
  });

  withBind('each mistake is judged as the table says', () => {
    const judged = MISTAKES.map(({ mistake, records }) => {
      const all = [...SOUND, ...records];
      const { opinion } = bindOn(asWritten(all));
      return { mistake, ours: codesOf(all), bind: opinion };
    });
    expect(judged).toEqual(
      MISTAKES.map(({ mistake, ours, bind }) => ({ mistake, ours: ours ? [ours] : [], bind })),
    );
  });

  withBind('of several mistakes every one is found, and BIND refuses if it refuses one', () => {
    fc.assert(
      fc.property(fc.subarray([...MISTAKES], { minLength: 2, maxLength: 5 }), (rows: readonly Row[]) => {
        const all = [...SOUND, ...rows.flatMap(({ records }) => records)];
        expect(codesOf(all).sort()).toEqual(rows.flatMap(({ ours }) => ours ?? []).sort());
        expect(bindOn(asWritten(all)).opinion === 'refuses').toBe(
          rows.some(({ bind }) => bind === 'refuses'),
        );
      }),
      { numRuns: 12 },
    );
  });

  withBind('names, wildcards and delegations that lead to one another are judged alike', () => {
    fc.assert(
      fc.property(relations(), (records) => {
        const all = [...SOUND, ...records];
        const errors = errorsOf(all);
        const { complaints } = bindOn(asWritten(all));
        if (complaints.some((line) => !UNSHARED.test(line))) expect(errors).not.toEqual([]);
        if (errors.some((code) => SHARED.has(code))) expect(complaints).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  withBind('an exported zone says to BIND what was written', () => {
    fc.assert(
      fc.property(
        relations(),
        fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 3 }),
        (records, texts) => {
          const quotable = texts.filter((text) => !/^"|[\r\n]/.test(text));
          const all = [
            ...SOUND,
            ...records,
            ...quotable.map((text, at): Written => [`text-${at}`, 'TXT', text]),
          ];
          const written = namedCheckzone(DOMAIN, asWritten(all));
          fc.pre(written.loads && errorsOf(all).length === 0);
          const exported = namedCheckzone(DOMAIN, exportOf(all));
          expect(exported.complaints).toEqual(written.complaints);
          expect(exported.understood).toBe(written.understood);
        },
      ),
      { numRuns: 12 },
    );
  });
});

/** Records of a few names that mostly have to do with one another. */
function relations(): fc.Arbitrary<Written[]> {
  const name = fc.constantFrom('a', 'b', 'a.b', '*', '*.b', 'sub', 'a.sub', '@');
  const target = fc.constantFrom('a', 'b', 'a.b', 'sub', 'a.sub', 'x.y.b', 'host', 'mail.example.net.');
  const record = fc.oneof(
    fc.tuple(name, fc.constant('A' as const), fc.constantFrom('192.0.2.7', '192.0.2.8')),
    fc.tuple(name, fc.constant('CNAME' as const), target),
    fc.tuple(
      name,
      fc.constant('MX' as const),
      target.map((host) => `10 ${host}`),
    ),
    fc.tuple(
      name,
      fc.constant('SRV' as const),
      target.map((host) => `0 0 443 ${host}`),
    ),
    fc.tuple(fc.constantFrom('sub', 'b'), fc.constant('NS' as const), target),
  );
  return fc.uniqueArray(record, { maxLength: 7, selector: (each) => each.join(' ') });
}

/** The fleet's manifests: one for each name and type, as they are identified by these. */
function manifestsOf(records: readonly Written[]): string {
  const values = new Map<string, string[]>();
  for (const [name, type, value, ttl] of records) {
    const key = JSON.stringify([name, type, ttl]);
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  const documents = [...values].map(([key, value], at) => {
    const [name, type, ttl] = JSON.parse(key) as [string, string, number | null];
    const spec = { zone: 'zone', name, type, value, ...(ttl !== null && { ttl }) };
    return { apiVersion: 'stowage/v1', kind: 'DNSRecord', metadata: { name: `record-${at}` }, spec };
  });
  const spec = { name: DOMAIN, nameservers: [`ns1.${DOMAIN}`, 'ns2.example.net'] };
  const zone = { apiVersion: 'stowage/v1', kind: 'DNSZone', metadata: { name: 'zone' }, spec };
  return [zone, ...documents].map((each) => JSON.stringify(each)).join('\n---\n');
}

/** The same as a person would write it for BIND: names relative to the origin, values as they stand. */
function asWritten(records: readonly Written[]): string {
  const quoted = (text: string): string =>
    `"${[...Buffer.from(text)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join('')}"`;
  const lines = records.map(([name, type, value, ttl = 3600]) => {
    const pieces = type === 'TXT' && !value.startsWith('"') ? inPieces(value).map(quoted).join(' ') : value;
    return `${name} ${ttl} IN ${type} ${pieces}`;
  });
  return [
    `$ORIGIN ${DOMAIN}.`,
    '$TTL 3600',
    `@ IN SOA ns1 hostmaster 1 86400 7200 3600000 3600`,
    '@ IN NS ns1',
    '@ IN NS ns2.example.net.',
    ...lines,
    '',
  ].join('\n');
}

function inPieces(text: string): string[] {
  const bytes = Buffer.from(text).toString('latin1');
  return bytes.match(/[^]{1,255}/g)?.map((piece) => Buffer.from(piece, 'latin1').toString('latin1')) ?? [''];
}

function fleetOf(records: readonly Written[]) {
  const bytes = new TextEncoder().encode(manifestsOf(records));
  return validateFleet([{ path: 'fleet.yaml', bytes }], TODAY);
}

function codesOf(records: readonly Written[]): string[] {
  return fleetOf(records).diagnostics.map(({ code }) => code);
}

function errorsOf(records: readonly Written[]): string[] {
  const errors = fleetOf(records).diagnostics.filter(({ severity }) => severity === 'error');
  return errors.map(({ code }) => code);
}

function exportOf(records: readonly Written[]): string {
  const dns = dnsOf(fleetOf(records).value);
  const [zone] = dns.zones.all;
  if (!zone) throw new Error('the fleet has no zone');
  return zoneFile({ zone, records: zoneContent(dns, zone), serial: 1 });
}

function bindOn(text: string): { readonly opinion: Row['bind']; readonly complaints: readonly string[] } {
  const { loads, complaints } = namedCheckzone(DOMAIN, text);
  return { opinion: loads ? (complaints.length > 0 ? 'complains' : 'none') : 'refuses', complaints };
}
