import type { Mutation } from './mutation.ts';
import { extra, manifest, slip } from './mutation.ts';

const record = (name: string, spec: string): string =>
  manifest('DNSRecord', name, `zone: example.com, ${spec}`);
const CNAME = 'name: shop, type: CNAME, value: www.example.com.';
const REVERSE = '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0';

/** Mistakes with zones and records. */
export const NAME_MUTATIONS: readonly Mutation[] = [
  slip('dns.family', 'an A with an address of the other family', [
    'dns',
    'type: A, ip: web-02-v4',
    'type: A, ip: web-02-v6',
  ]),
  extra(
    'dns.value-contradicts-ip',
    'an address written by hand that belongs to another',
    'dns',
    record('by-hand', 'name: web-01.example.com., type: A, value: 116.203.157.88'),
  ),
  slip('dns.name-syntax', 'a space in a name', [
    'dns',
    CNAME,
    "name: 'sh op', type: CNAME, value: www.example.com.",
  ]),
  slip('dns.outside-zone', 'a name of another zone', [
    'dns',
    CNAME,
    'name: shop.example.org., type: CNAME, value: www.example.com.',
  ]),
  slip('dns.repeated-zone', 'a zone written twice', [
    'dns',
    CNAME,
    'name: shop.example.com, type: CNAME, value: www.example.com.',
  ]),
  slip('dns.target-is-ip', 'an alias of an address', [
    'dns',
    CNAME,
    'name: shop, type: CNAME, value: 159.69.84.23',
  ]),
  extra(
    'cname.coexists',
    'a text beside an alias',
    'dns',
    record('shop-txt', 'name: shop, type: TXT, value: hello'),
  ),
  slip('cname.multiple', 'an alias of two names', [
    'dns',
    CNAME,
    'name: shop, type: CNAME, value: [www.example.com., example.com.]',
  ]),
  extra(
    'cname.apex',
    'an alias at the top of a zone',
    'dns',
    manifest('DNSRecord', 'lab-apex', "zone: lab.example.com, name: '@', type: CNAME, value: example.com."),
  ),
  slip('cname.loop', 'two names that lead to each other', [
    'dns',
    'name: www, type: CNAME, value: example.com.',
    'name: www, type: CNAME, value: shop.example.com.',
  ]),
  slip('cname.dangling', 'an alias of a name that is not there', [
    'dns',
    CNAME,
    'name: shop, type: CNAME, value: wwww.example.com.',
  ]),
  slip('dns.near-zone', 'an alias of a name in a domain that is misspelt', [
    'dns',
    CNAME,
    'name: shop, type: CNAME, value: www.exmaple.com.',
  ]),
  slip('ns-mx-srv.target-is-cname', 'mail to an alias', [
    'dns',
    '10 web-01.example.com.',
    '10 www.example.com.',
  ]),
  slip('ns-mx-srv.no-address', 'mail to a name without an address', [
    'dns',
    '10 web-01.example.com.',
    '10 web-09.example.com.',
  ]),
  slip('ns-mx-srv.no-address', 'two name servers without addresses', [
    'dns',
    'lab.example.com, nameservers: [ns1.example.net, ns2.example.net]',
    'lab.example.com, nameservers: [ns1.lab.example.com, ns2.lab.example.com]',
  ]),
  extra(
    'ns-mx-srv.no-address',
    'two name servers without glue',
    'dns',
    record('delegation', 'name: dev, type: NS, value: [ns1.dev.example.com., ns2.dev.example.com.]'),
  ),
  slip('rrset.spf-twice', 'a second policy on who may send mail', [
    'dns',
    'value: v=spf1 mx -all',
    "value: [v=spf1 mx -all, 'v=spf1 include:_spf.example.net -all']",
  ]),
  extra(
    'dns.caa-tag',
    'a tag of a CAA is misspelt',
    'dns',
    record('caa', `name: '@', type: CAA, value: '0 isue "letsencrypt.org"'`),
  ),
  slip('dns.value-syntax', 'mail without a preference', [
    'dns',
    "'10 web-01.example.com.'",
    'web-01.example.com.',
  ]),
  extra(
    'rrset.ttl-differs',
    'one set with two times to live',
    'dns',
    record('verified', 'name: example.com., type: TXT, ttl: 60, value: verification=1'),
  ),
  extra(
    'rrset.duplicate',
    'a record that is there',
    'dns',
    record('again', 'name: example.com., type: TXT, value: v=spf1 mx -all'),
  ),
  slip('ttl.range', 'a month', [
    'dns',
    CNAME,
    'name: shop, type: CNAME, ttl: 2592000, value: www.example.com.',
  ]),
  extra(
    'ptr.name-matches-address',
    'a reverse record that is no address',
    'dns',
    manifest('DNSRecord', 'odd', 'zone: reverse-v6, name: 1.2.3, type: PTR, value: web-02.example.com.'),
  ),
  extra(
    'ptr.not-forward-confirmed',
    'a name that does not lead back',
    'dns',
    manifest(
      'DNSRecord',
      'back',
      `zone: reverse-v6, name: ${REVERSE.replace('1', '2')}, type: PTR, value: web-02.example.com.`,
    ),
  ),
  extra(
    'ptr.multiple',
    'two names that an address leads back to',
    'dns',
    record('second', 'name: second, type: AAAA, ip: web-01-v6, ptr: true'),
  ),
  extra(
    'dns.ip-unassigned',
    'a name for an address of nobody',
    'dns',
    manifest('IPAddress', 'left-over', 'address: 116.203.157.99, type: public'),
    record('left-over', 'name: left-over, type: A, ip: left-over'),
  ),
];
