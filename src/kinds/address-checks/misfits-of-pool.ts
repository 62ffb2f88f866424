import type { Elsewhere } from '../../model/finding.ts';
import { ipLiterals } from '../../model/ip-literals.ts';
import { inNetwork, networkText, parseNetwork } from '../../model/ip/ip-network.ts';
import { rangesOverlap } from '../../model/ip/ip-range.ts';
import { ipText } from '../../model/ip/ip-text.ts';
import { isLinkLocal } from '../../model/ip/special-networks.ts';
import type { Manifest } from '../../model/manifest.ts';

/** What a pool says of addresses that are not in its network: its gateway, and what it excludes. */
export function misfitsOfPool(manifest: Manifest<'IPPool'>): Elsewhere[] {
  const { network, gateway } = ipLiterals(manifest.spec);
  if (!network) return [];
  const outside = `is not in ${networkText(network)}`;
  const gatewayOutside = gateway && !isLinkLocal(gateway) && !inNetwork(gateway, network);
  return [
    ...(gatewayOutside
      ? [{ manifest, pointer: '/spec/gateway', message: `the gateway ${ipText(gateway)} ${outside}` }]
      : []),
    ...(manifest.spec.exclude ?? []).flatMap((text, index) => {
      const excluded = parseNetwork(text)?.network;
      if (!excluded || rangesOverlap(excluded, network)) return [];
      return [
        { manifest, pointer: `/spec/exclude/${index}`, message: `${text}, which it excludes, ${outside}` },
      ];
    }),
  ];
}
