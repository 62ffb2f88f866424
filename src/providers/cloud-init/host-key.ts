import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import type { Marker } from '../../model/machine.ts';
import { opensshPrivateKey, opensshPublicKey } from './openssh-key.ts';

/** The SSH host key of a machine. */
export interface HostKey {
  /** `ssh-ed25519 AAAA…`, without a comment. */
  readonly publicKey: string;
  /** PEM as OpenSSH writes it, without a passphrase. A secret. */
  readonly privateKey: string;
}

/** What a PKCS #8 document of an ed25519 key begins with; its 32 bytes follow (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

/**
 * The host key of the machine that an intent makes. It is derived from the secret of its provider, so it needs no place
 * of its own: whoever goes on after a dead run comes to the same one, and nobody else does.
 */
export function hostKeyFor(secret: string, { fleet, intent, uid }: Marker): HostKey {
  const info = JSON.stringify([fleet, intent, uid]);
  const seed = Buffer.from(hkdfSync('sha256', secret, 'stowage ssh host key', info, KEY_BYTES));
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const publicKey = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return { publicKey: opensshPublicKey(point), privateKey: opensshPrivateKey(seed, point) };
}
