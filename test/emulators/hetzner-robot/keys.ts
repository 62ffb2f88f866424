import { createHash } from 'node:crypto';
import { Refused } from './refusal.ts';

interface Key {
  name: string;
  readonly fingerprint: string;
  readonly type: string;
  readonly size: number;
  readonly data: string;
  readonly created_at: string;
}

/** The SSH keys of the account; fingerprints are unique. */
export class Keys {
  readonly all = new Map<string, Key>();

  add(form: URLSearchParams, now: number): Key {
    const [name, data] = [form.get('name'), form.get('data')];
    const missing = [...(name ? [] : ['name']), ...(data ? [] : ['data'])];
    const blob = /^ssh-ed25519 ([A-Za-z0-9+/]+=*)/.exec(data ?? '')?.[1];
    if (!name || blob === undefined) throw new Refused('INVALID_INPUT', { missing });
    const fingerprint = fingerprintOf(blob);
    if (this.all.has(fingerprint)) throw new Refused('KEY_ALREADY_EXISTS');
    const created_at = new Date(now).toISOString();
    const key = { name, fingerprint, type: 'ED25519', size: 256, data: data ?? '', created_at };
    this.all.set(fingerprint, key);
    return key;
  }

  find(fingerprint: string): Key {
    const key = this.all.get(fingerprint);
    if (!key) throw new Refused('NOT_FOUND');
    return key;
  }
}

/** A key as others refer to it. */
export function referenceTo({ name, fingerprint, type, size }: Key) {
  return { key: { name, fingerprint, type, size } };
}

/** The MD5 fingerprint of a key, of which the blob is given in base64. */
export function fingerprintOf(blob: string): string {
  const digest = createHash('md5').update(Buffer.from(blob, 'base64')).digest('hex');
  return (digest.match(/../g) ?? []).join(':');
}
