import { createHash } from 'node:crypto';
import { together } from '../http/together.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { SshKey, SshKeyRequest } from './api-types.ts';
import { Refusal } from './failure-of.ts';
import type { HetznerApi } from './hetzner-api.ts';

/** A public key as OpenSSH writes it: its type, and what it is in base64. */
const PUBLIC_KEY = /^(ssh|ecdsa|sk)-\S+ (?<blob>[A-Za-z0-9+/]+={0,2})( |$)/;

/** The MD5 fingerprint of a public key, as the API tells keys apart; null where a text is the name of a key. */
export function fingerprintOf(key: string): string | null {
  const blob = PUBLIC_KEY.exec(key.trim())?.groups?.['blob'];
  if (blob === undefined) return null;
  const digest = createHash('md5').update(Buffer.from(blob, 'base64')).digest('hex');
  return digest.replace(/..(?!$)/g, '$&:');
}

/** Knows the SSH keys of one project by name; public keys that it does not have are brought there, once. */
export class SshKeyNames {
  readonly #api: HetznerApi;
  readonly #names = new Map<string, Promise<string>>();

  constructor(api: HetznerApi) {
    this.#api = api;
  }

  /** The names of keys; what is no public key is a name already. */
  async of(keys: readonly string[]): Promise<string[]> {
    return await together(
      keys.map(async (key) => {
        const fingerprint = fingerprintOf(key);
        if (fingerprint === null) return key;
        const name = this.#names.get(fingerprint) ?? this.#known(key.trim(), fingerprint);
        this.#names.set(fingerprint, name);
        // What failed once may do better the next time.
        name.catch(() => this.#names.delete(fingerprint));
        return await name;
      }),
    );
  }

  async #known(key: string, fingerprint: string): Promise<string> {
    const known = await this.#find(fingerprint);
    if (known !== null) return known;
    const body: SshKeyRequest = { name: `stowage-${fingerprint.replaceAll(':', '')}`, public_key: key };
    try {
      const added = await this.#api.call<{ ssh_key: SshKey }>({ method: 'POST', path: '/ssh_keys', body });
      return added.ssh_key.name;
    } catch (error) {
      // Somebody was quicker, or our own request was, whose answer was lost.
      const isThere = error instanceof Refusal && error.code === 'uniqueness_error';
      const isUnclear = error instanceof ProviderFailure && error.failure === 'ambiguous';
      if (isThere) return (await this.#find(fingerprint)) ?? body.name;
      if (isUnclear)
        throw new ProviderFailure('transient', error.message, 'no machine was ordered; apply again');
      throw error;
    }
  }

  async #find(fingerprint: string): Promise<string | null> {
    const [key] = await this.#api.all<SshKey>('/ssh_keys', 'ssh_keys', { fingerprint });
    return key?.name ?? null;
  }
}
