import { createHash } from 'node:crypto';
import type { Marker } from '../../model/machine.ts';
import { hostKeyFor } from '../cloud-init/host-key.ts';
import { fromPart, toPart } from './marks.ts';

/** The SSH key of one order, and of nothing else: its fingerprint among the orders is what an order is marked with. */
export interface OrderKey {
  readonly name: string;
  /** MD5, `15:28:b0:…`. */
  readonly fingerprint: string;
  readonly publicKey: string;
  /** PEM as OpenSSH writes it. A secret. */
  readonly privateKey: string;
}

const NAME = /^stowage-(?<intent>[^.]+)\.(?<uid>[^.]+?)(?<installed>\.installed)?$/;

/**
 * The key of an order, derived from the account's secret and the whole mark: whoever has both comes to the same one
 * again, so that nothing is lost with a run, and one that fits proves fleet, intent and object.
 */
export function orderKeyFor(secret: string, marker: Marker): OrderKey {
  // Another secret than the host key's, so that neither tells of the other.
  const { publicKey, privateKey } = hostKeyFor(`stowage order key\0${secret}`, marker);
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  const digest = createHash('md5').update(blob).digest('hex');
  return {
    name: `stowage-${toPart(marker.intent)}.${toPart(marker.uid)}`,
    fingerprint: digest.replace(/..(?!$)/g, '$&:'),
    publicKey,
    privateKey,
  };
}

/** What a key's name is once its machine is installed: from then on nothing may install it again. */
export function installedName({ name }: OrderKey): string {
  return `${name}.installed`;
}

/** What the name of a key claims, which proves nothing; null where it is none of ours. */
export function claimOf(name = ''): { intent: string; uid: string; isInstalled: boolean } | null {
  const { intent, uid, installed } = NAME.exec(name)?.groups ?? {};
  if (intent === undefined || uid === undefined) return null;
  return { intent: fromPart(intent), uid: fromPart(uid), isInstalled: installed !== undefined };
}
