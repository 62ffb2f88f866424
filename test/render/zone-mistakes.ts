import type { DNSRecordSpec } from '../../src/model/spec/dns-record.ts';

/** Owner name, type and value of a record as they are written, and its TTL in seconds where it says one. */
export type Written = readonly [name: string, type: DNSRecordSpec['type'], value: string, ttl?: number];

/** One mistake, and what is made of it. */
export interface Row {
  readonly mistake: string;
  readonly records: readonly Written[];
  /** The check that reports it, once; null where it is no mistake to us. */
  readonly ours: string | null;
  /** Whether BIND will not serve the zone, serves it and says something, or says nothing. */
  readonly bind: 'refuses' | 'complains' | 'none';
}

/** What both refuse: mistake, records, our check, what BIND does. */
const AGREED = `
an A of three parts                       | m1 A 192.0.2                                       | dns.value-syntax          | refuses
an A with a leading zero                  | m2 A 192.0.2.010                                   | dns.value-syntax          | refuses
an A of a part above 255                  | m3 A 192.0.2.256                                   | dns.value-syntax          | refuses
an A that is IPv6                         | m4 A 2001:db8::1                                   | dns.family                | refuses
an AAAA that is IPv4                      | m5 AAAA 192.0.2.9                                  | dns.family                | refuses
an AAAA with a zone id                    | m6 AAAA fe80::1%eth0                               | dns.value-syntax          | refuses
an MX of no preference                    | m7 MX host                                         | dns.value-syntax          | refuses
an MX of a high preference                | m8 MX 65536 host                                   | dns.value-syntax          | refuses
an SRV of no port                         | _m9._tcp SRV 0 0 host                              | dns.value-syntax          | refuses
an SRV of a high port                     | _m10._tcp SRV 0 0 65536 host                       | dns.value-syntax          | refuses
a CAA of high flags                       | m11 CAA 256 issue "x.example"                      | dns.value-syntax          | refuses
a CAA of an odd tag                       | m12 CAA 0 is-sue "x.example"                       | dns.value-syntax          | refuses
a TXT with an open quote                  | m13 TXT "open                                      | dns.value-syntax          | refuses
an underscore in a host                   | m_14 A 192.0.2.9                                   | dns.name-syntax           | refuses
an underscore in a mail domain            | m_15 MX 10 host                                    | dns.name-syntax           | refuses
a hyphen at the edge of a host            | m16- A 192.0.2.9                                   | dns.name-syntax           | refuses
a label of 64 characters                  | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa A 192.0.2.9 | dns.name-syntax           | refuses
an empty label                            | m17..b A 192.0.2.9                                 | dns.name-syntax           | refuses
a host with an asterisk inside            | m18.* A 192.0.2.9                                  | dns.name-syntax           | refuses
a wildcard that is delegated              | *.m19 NS ns1                                       | dns.name-syntax           | refuses
mail to a host with an underscore         | m20 MX 10 m_x.example.net.                         | dns.name-syntax           | refuses
a service at a host with an underscore    | _m21._tcp SRV 0 0 1 m_x.example.net.               | dns.name-syntax           | refuses
a name server with an underscore          | m22 NS n_s.example.net.                            | dns.name-syntax           | refuses
mail to an address                        | m23 MX 10 192.0.2.9.                               | dns.target-is-ip          | refuses
a name server that is an address          | m24 NS 192.0.2.9.                                  | dns.target-is-ip          | refuses
an alias with other records               | m25 CNAME host & m25 TXT text                      | cname.coexists            | refuses
an alias of two names                     | m26 CNAME host & m26 CNAME ns1                     | cname.multiple            | refuses
an alias at the top                       | @ CNAME host                                       | cname.apex                | refuses
mail to an alias                          | m27 MX 10 c27 & c27 CNAME host                     | ns-mx-srv.target-is-cname | refuses
a service at an alias                     | _m28._tcp SRV 0 0 1 c28 & c28 CNAME host           | ns-mx-srv.target-is-cname | refuses
mail to an alias by wildcard              | m29 MX 10 a.c29 & *.c29 CNAME host                 | ns-mx-srv.target-is-cname | refuses
mail to a host of no address              | m30 MX 10 h30                                      | ns-mx-srv.no-address      | refuses
`;

/** Where the two differ, by the reason why. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'nobody reaches it either way': `
a service at a host of no address         | _m40._tcp SRV 0 0 1 h40                            | ns-mx-srv.no-address      | complains
`,
  'only the zone below is lost': `
a delegation to a host of no address      | m41 NS h41                                         | ns-mx-srv.no-address      | complains
a delegation to an alias                  | m42 NS c42 & c42 CNAME host                        | ns-mx-srv.target-is-cname | complains
a delegation without glue                 | m43 NS ns.m43                                      | ns-mx-srv.no-address      | complains
`,
  'it is legal, and answers no other name': `
a text with an asterisk inside its name   | m44.* TXT text                                     | dns.name-syntax           | complains
`,
  'the way over the other delegation is longer, and leads there (RFC 9471)': `
delegations whose hosts are in each other | m45 NS ns.c45 & c45 NS ns1 & d45 NS ns.e45 & e45 NS ns.m45 | -                         | complains
`,
  'each record is right by itself, and BIND looks at no more': `
aliases in a circle                       | m50 CNAME c50 & c50 CNAME m50                      | cname.loop                | none
an alias of itself                        | m51 CNAME m51                                      | cname.loop                | none
a circle by wildcard                      | *.m52 CNAME a.m52                                  | cname.loop                | none
an alias of nothing                       | m53 CNAME h53                                      | cname.dangling            | none
`,
  'it keeps one of the two': `
an address twice                          | m54 A 192.0.2.9 & m54 A 192.0.2.9                  | rrset.duplicate           | none
`,
  'the form is right: BIND does not ask what was meant': `
an alias of an address                    | m55 CNAME 192.0.2.9                                | dns.target-is-ip          | none
a service at an address                   | _m56._tcp SRV 0 0 1 192.0.2.9.                     | dns.target-is-ip          | none
a domain written twice                    | m57.example.com A 192.0.2.9                        | dns.repeated-zone         | none
a target with its domain twice            | m58 CNAME host.example.com                         | dns.repeated-zone         | none
a PTR outside the reverse tree            | m59 PTR host                                       | ptr.name-matches-address  | none
`,
  'one address would have two spellings, and rules could miss each other': `
an AAAA that is IPv4 inside               | m60 AAAA ::ffff:192.0.2.9                          | dns.value-syntax          | none
`,
  'the DNS takes any byte; people who write one mean something else': `
a text at a name with odd characters      | m61$ TXT text                                      | dns.name-syntax           | none
an alias with a hyphen at its edge        | m62- CNAME host                                    | dns.name-syntax           | none
`,
  'the record is never found': `
a record below what is delegated          | m63 NS ns1 & a.m63 TXT text                        | dns.outside-zone          | none
`,
  'we lose no record silently': `
a name of another domain                  | m70.example.net. A 192.0.2.9                       | dns.outside-zone          | complains
`,
  'it takes the first it reads for both, which may be the wrong one': `
two TTLs of one name                      | m46 A 192.0.2.8 & m46.example.com. 60 A 192.0.2.9  | rrset.ttl-differs         | complains
`,
};

/** What looks like a mistake, and is none to either. */
const SOUND = `
an underscore in an alias                 | _m80 CNAME _v.example.net.                         | -                         | none
a wildcard address                        | *.m81 A 192.0.2.9                                  | -                         | none
no mail at all                            | m82 MX 0 .                                         | -                         | none
no service                                | _m83._tcp SRV 0 0 0 .                              | -                         | none
mail to what a wildcard answers           | m84 MX 10 a.w84 & *.w84 A 192.0.2.9                | -                         | none
mail to what is delegated                 | m85 MX 10 a.d85 & d85 NS ns1                       | -                         | none
a delegation with glue                    | m86 NS ns.m86 & ns.m86 A 192.0.2.9                 | -                         | none
a global catalogue                        | gc._msdcs.m87 A 192.0.2.9                          | -                         | none
a text of several strings                 | m88 TXT "one" "t\\"wo" "\\065"                       | -                         | none
a CAA without quotes                      | m89 CAA 0 issue ca.example                         | -                         | none
a service discovered                      | _http._tcp.m90 PTR shop._http._tcp.m90             | -                         | none
`;

/** Everything that can be wrong with a zone by itself, with what BIND makes of it. */
export const MISTAKES: readonly Row[] = [AGREED, ...Object.values(DIFFERENT), SOUND].flatMap((table) =>
  table.trim().split('\n').map(readRow),
);

function readRow(line: string): Row {
  const [mistake = '', records = '', ours = '', bind = ''] = line.split(' | ').map((cell) => cell.trim());
  return {
    mistake,
    records: records.split(' & ').map(readRecord),
    ours: ours === '-' ? null : ours,
    bind: bind as Row['bind'],
  };
}

function readRecord(text: string): Written {
  const [, name = '', ttl, type = '', value = ''] = /^(\S+) (?:(\d+) )?([A-Z]+) (.*)$/.exec(text) ?? [];
  const record = [name, type as Written[1], value] as const;
  return ttl === undefined ? record : [...record, Number(ttl)];
}
