import { expect, test } from '@jest/globals';
import { parseNetwork } from '../../../src/model/ip/ip-network.ts';
import { specialNetworkOf } from '../../../src/model/ip/special-networks.ts';

test.each([
  ['10.255.255.255', 'private'],
  ['172.31.0.1', 'private'],
  ['172.32.0.1', undefined],
  ['192.168.0.0/16', 'private'],
  ['192.168.0.0/15', undefined],
  ['100.64.0.1', "in a carrier's shared space (CGNAT)"],
  ['100.128.0.1', undefined],
  ['169.254.1.1', 'link-local'],
  ['203.0.113.10', 'kept for documentation'],
  ['127.0.0.1', 'a loopback address'],
  ['224.0.0.1', 'a multicast address'],
  ['49.12.8.10', undefined],
  ['fd4c::1', 'a unique local address, which is private'],
  ['fe80::1', 'link-local'],
  ['2001:db8::1', 'kept for documentation'],
  ['::1', 'a loopback address'],
  ['::', 'unspecified'],
  ['2a01:4f8::1', undefined],
])('%s is %s', (text, what) => {
  const network = parseNetwork(text)?.network;
  expect(network && specialNetworkOf(network)?.what).toBe(what);
});
