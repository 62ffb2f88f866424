import type { MachineOrder } from '../../model/machine.ts';
import type { HostKey } from './host-key.ts';

/** A setting of cloud-init. */
export type Setting = string | boolean | readonly string[] | Readonly<Record<string, string>>;

type Settings = Readonly<Record<string, Setting>>;

/** What Stowage asks of cloud-init, by what becomes of what the Host's own user data say of the same. */
export interface OwnSettings {
  /** The Host's user data win. */
  readonly unlessSaid: Settings;
  /** Stowage wins: `hostname` where the Host has that field, and what its host key depends on. */
  readonly always: Settings;
  /** Both hold; of one entry of a mapping Stowage's wins. */
  readonly added: Settings;
}

/** A public key as OpenSSH writes it; a key that is only named is its provider's affair. */
const PUBLIC_KEY = /^(ssh|ecdsa|sk)-\S+ AAAA[A-Za-z0-9+/]+={0,2}( |$)/;

/** What Stowage asks of cloud-init for an order. */
export function ownSettings(
  { name, hostname, sshKeys }: MachineOrder,
  { publicKey, privateKey }: HostKey,
): OwnSettings {
  const names = namesOf(hostname ?? name);
  const isAsked = hostname !== undefined;
  const keys = sshKeys.map((key) => key.trim()).filter((key) => PUBLIC_KEY.test(key));
  return {
    // By default images let only a user of their own in, and Stowage logs in as root by default.
    unlessSaid: { ...(!isAsked && names), disable_root: false },
    always: {
      ...(isAsked && names),
      // What keys the image or its provider left are in other hands too.
      ssh_deletekeys: true,
      ssh_genkeytypes: ['ed25519'],
    },
    added: {
      ssh_keys: { ed25519_private: privateKey, ed25519_public: publicKey },
      ...(keys.length > 0 && { ssh_authorized_keys: [...new Set(keys)] }),
    },
  };
}

function namesOf(hostname: string): Settings {
  const [label = hostname] = hostname.split('.');
  return label === hostname ? { hostname } : { hostname: label, fqdn: hostname };
}
