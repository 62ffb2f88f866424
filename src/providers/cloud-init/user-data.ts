import type { MachineOrder } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { HostKey } from './host-key.ts';
import { intoCloudConfig } from './into-cloud-config.ts';
import { kindOf } from './kind-of.ts';
import { multipart } from './multipart.ts';
import { ownSettings } from './own-settings.ts';

/** Every provider takes as much. */
const MOST_BYTES = 32 * 1024;

/**
 * What cloud-init reads at a machine's first start: its name, its SSH host key, and the public keys among the order's,
 * together with the Host's own user data; what becomes of each setting is said in OwnSettings. It holds a private key.
 * A cloud-config of the Host is added to, and stays as it stands otherwise; anything else goes along as a part of its
 * own. Fails with `profile` where the Host's user data cannot be read, or all together is more than 32 KiB.
 */
export function userDataFor(order: MachineOrder, hostKey: HostKey): string {
  const theirs = order.userData ?? '';
  const all = together(order, hostKey, theirs);
  const [most, bytes, given] = [MOST_BYTES, Buffer.byteLength(all), Buffer.byteLength(theirs)];
  if (bytes <= most) return all;
  const sum = `${given} bytes of their own and ${bytes - given} that Stowage adds`;
  const message = `the user data of ${order.name} are ${bytes} bytes, ${sum}; at most ${most} are taken`;
  throw new ProviderFailure(
    'profile',
    message,
    `shorten them by ${bytes - most} bytes: have them fetch what is large`,
  );
}

function together(order: MachineOrder, hostKey: HostKey, theirs: string): string {
  const own = ownSettings(order, hostKey);
  const text = theirs.trim() === '' ? '#cloud-config\n' : theirs;
  const kind = kindOf(text);
  if (kind === null) {
    const message = `the user data of ${order.name} begin with nothing that cloud-init knows`;
    throw new ProviderFailure(
      'profile',
      message,
      'begin them with a line such as #cloud-config or #!/bin/sh',
    );
  }
  const merged = kind === 'text/cloud-config' ? intoCloudConfig(text, own, order.name) : null;
  return merged ?? multipart(text, kind, own);
}
