import { createHash } from 'node:crypto';
import { Refused } from './refusal.ts';

export interface SshKey {
  readonly id: number;
  readonly name: string;
  readonly fingerprint: string;
  readonly public_key: string;
  readonly labels: Record<string, string>;
  readonly created: string;
}

/** The keys of a project; names and fingerprints are unique. */
export class SshKeys {
  readonly all: SshKey[] = [];

  add(body: { name?: unknown; public_key?: unknown; labels?: Record<string, string> }, now: number): SshKey {
    const { name, public_key: key, labels = {} } = body;
    if (typeof name !== 'string' || name === '')
      throw new Refused('invalid_input', 'name is required', ['name']);
    const blob = typeof key === 'string' ? /^ssh-\S+ ([A-Za-z0-9+/]+=*)/.exec(key)?.[1] : undefined;
    if (blob === undefined) throw new Refused('invalid_input', 'not a public key', ['public_key']);
    const digest = createHash('md5').update(Buffer.from(blob, 'base64')).digest('hex');
    const fingerprint = (digest.match(/../g) ?? []).join(':');
    if (this.all.some((one) => one.fingerprint === fingerprint)) {
      throw new Refused('uniqueness_error', 'SSH key with the same fingerprint already exists', [
        'public_key',
      ]);
    }
    if (this.all.some((one) => one.name === name)) {
      throw new Refused('uniqueness_error', 'SSH key with the same name already exists', ['name']);
    }
    const created = new Date(now).toISOString();
    const added = { id: 9000 + this.all.length, name, fingerprint, public_key: String(key), labels, created };
    this.all.push(added);
    return added;
  }

  /** Fails where there is none of a name or id. */
  find(known: string): SshKey {
    const key = this.all.find(({ id, name }) => name === known || String(id) === known);
    if (!key) throw new Refused('invalid_input', `SSH key not found: ${known}`, ['ssh_keys']);
    return key;
  }
}
