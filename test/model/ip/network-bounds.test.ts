import { expect, test } from '@jest/globals';
import { parseNetwork } from '../../../src/model/ip/ip-network.ts';
import { ipText } from '../../../src/model/ip/ip-text.ts';
import { networkBounds } from '../../../src/model/ip/network-bounds.ts';

test.each([
  ['10.0.0.0/24', ['10.0.0.0', '10.0.0.255']],
  ['10.0.0.4/30', ['10.0.0.4', '10.0.0.7']],
  ['10.0.0.4/31', []],
  ['10.0.0.4/32', []],
  ['2001:db8::/64', ['2001:db8::']],
  ['2001:db8::4/126', ['2001:db8::4']],
  ['2001:db8::4/127', []],
  ['2001:db8::4/128', []],
])('%s keeps back %j', (text, kept) => {
  const network = parseNetwork(text)?.network;
  const bounds = network ? networkBounds(network) : null;
  expect(bounds?.map(({ value }) => ipText({ family: network?.family ?? 4, value }))).toEqual(kept);
});
