import type { Mutation } from './mutation.ts';
import { extra, manifest, slip } from './mutation.ts';

const SPARE = 'address: 116.203.157.90, cidr: 116.203.157.90/32, type: public, state: reserved';
const address = (name: string, spec: string): string => manifest('IPAddress', name, spec);
const pool = (name: string, spec: string): string => manifest('IPPool', name, spec);

/** Mistakes with addresses and pools. */
export const NETWORK_MUTATIONS: readonly Mutation[] = [
  slip('ip.syntax', 'a leading zero', ['network', 'address: 116.203.157.90', 'address: 116.203.157.090']),
  slip('ip.syntax', 'a part above 255 in an address that others name', [
    'network',
    'address: 116.203.157.88',
    'address: 116.203.157.288',
  ]),
  slip('ip.syntax', 'a pool whose prefix is too long', [
    'network',
    'cidr: 10.20.0.0/24',
    'cidr: 10.20.0.0/44',
  ]),
  slip('ip.in-cidr', 'a slip in a network', ['network', 'cidr: 116.203.157.90/32', 'cidr: 116.203.158.0/24']),
  slip('ip.in-cidr', 'an address of the other family', [
    'network',
    'address: 159.69.84.23',
    "address: '2a01:4f8:c2c:4d1a::23'",
  ]),
  slip('gateway.in-cidr', 'a gateway of another network', [
    'network',
    'gateway: 159.69.84.1',
    'gateway: 159.69.85.1',
  ]),
  slip('gateway.same-family', 'a gateway of the other family', [
    'network',
    'gateway: 159.69.84.1',
    "gateway: 'fe80::1'",
  ]),
  slip('ip.network-or-broadcast', 'the address of the network itself', [
    'network',
    SPARE,
    'address: 116.203.157.64, cidr: 116.203.157.64/27, type: public, state: reserved',
  ]),
  slip('ip.equals-gateway', 'the gateway itself', [
    'network',
    'gateway: 159.69.84.1,',
    'gateway: 159.69.84.23,',
  ]),
  extra(
    'ip.duplicate',
    'an address in another spelling',
    'network',
    address('again', "address: '2A01:04F8:1C1C:92F6:0::1', type: public"),
  ),
  extra(
    'cidr.overlap',
    'two networks that cross',
    'network',
    address('near', 'address: 159.69.84.60, cidr: 159.69.84.0/25, type: public'),
  ),
  slip('ip.class', 'a private address that is called public', [
    'network',
    SPARE,
    'address: 10.99.0.1, type: public, state: reserved',
  ]),
  extra(
    'ip.assigned-twice',
    'an address on two computes',
    'network',
    manifest('IPAssignment', 'stolen', 'compute: db-01, ip: web-02-v4'),
  ),
  slip('ip.state-contradicts', 'a reserved address that is in use', [
    'network',
    'cidr: 116.203.157.88/32, type: public',
    'cidr: 116.203.157.88/32, type: public, state: reserved',
  ]),
  slip('ip.elsewhere', 'an address of another region', [
    'network',
    'cidr: 116.203.157.88/32, type: public',
    'cidr: 116.203.157.88/32, type: public, region: fsn1',
  ]),
  slip('ip.elsewhere', 'a pool of another provider', [
    'network',
    'cidr: 10.20.0.0/24,',
    'cidr: 10.20.0.0/24, provider: ionos,',
  ]),
  slip(
    'primary.unique',
    'an address is given to the wrong compute, whose firewall lets nobody reach its ports',
    ['network', 'compute: web-01, ip: web-01-v4', 'compute: db-01, ip: web-01-v4'],
  ),
  slip('primary.unique', 'two primary addresses', [
    'network',
    'compute: web-01, pool: private',
    'compute: web-01, pool: private, primary: true',
  ]),
  slip('primary.missing', 'two addresses and none of them primary', [
    'network',
    'compute: web-01, ip: web-01-v4, primary: true',
    'compute: web-01, ip: web-01-v4',
  ]),
  extra(
    'pool.exhausted',
    'a pool for one serves two',
    'network',
    manifest('IPAssignment', 'more', 'compute: web-02, pool: tiny'),
  ),
  slip('pool.exhausted', 'a network is narrowed', ['network', 'cidr: 10.20.0.0/24', 'cidr: 10.20.0.0/31']),
  slip('pool.overlap', 'a network is copied from a pool above', [
    'network',
    'cidr: 10.21.0.0/30',
    'cidr: 10.20.0.0/24',
  ]),
  slip('pool.overlap', 'a network is copied from a pool below', [
    'network',
    'cidr: 10.20.0.0/24',
    'cidr: 10.21.0.0/30',
  ]),
  extra(
    'pool.overlap',
    'a pool inside another',
    'network',
    pool('inner', 'cidr: 10.20.0.128/25, type: private'),
  ),
];
