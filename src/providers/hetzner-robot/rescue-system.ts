import type { RemoteHost } from '../../remote/remote-shell.ts';
import { RemoteFailure } from '../../remote/remote-shell.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { answering } from './answering.ts';
import type { Rescue } from './robot-types.ts';
import type { Site } from './site.ts';

/** Resets that need no person at Hetzner, the surest first. */
const RESETS = ['hw', 'power', 'sw'];

/** Has a machine run its rescue system, unless it does, and waits until that lets us in. */
export async function rescueSystem(site: Site, signal: AbortSignal): Promise<RemoteHost> {
  const running = await runningRescue(site, signal);
  if (running) return running;
  const { api, number, key } = site;
  const next = await api.rescue(number, false, signal);
  const isReady = next?.active === true && letsIn(next, key.fingerprint);
  if (next?.active === true && !isReady) await api.deactivateRescue(number, signal);
  const rescue = isReady ? next : await api.activateRescue(number, key.fingerprint, signal);
  const host = hostOf(site, rescue);
  await api.reset(number, await resetType(site, signal), signal);
  await answering(site.shell, host, 'true\n', signal);
  return host;
}

/** The rescue system that was last started for us, where it runs still; null where it does not. */
export async function runningRescue(site: Site, signal: AbortSignal): Promise<RemoteHost | null> {
  const last = await site.api.rescue(site.number, true, signal);
  if (!last || !letsIn(last, site.key.fingerprint) || !last.host_key?.length) return null;
  const host = hostOf(site, last);
  try {
    await site.shell.run(host, 'true\n', signal);
    return host;
  } catch (error) {
    if (error instanceof RemoteFailure) return null;
    throw error;
  }
}

function letsIn({ authorized_key = [] }: Rescue, fingerprint: string): boolean {
  return authorized_key.some(({ key }) => key.fingerprint === fingerprint);
}

/** Robot tells the host keys of the rescue system before it starts; nobody else is spoken to. */
function hostOf({ address, number }: Site, { host_key = [] }: Rescue): RemoteHost {
  const found = host_key.find(({ key }) => key.type?.toUpperCase() === 'ED25519') ?? host_key[0];
  if (!found) {
    const message = `Robot tells no host key of the rescue system of server ${number}`;
    throw new ProviderFailure('fatal', message, 'see the server in Robot');
  }
  return { address, port: 22, user: 'root', hostKey: `MD5:${found.key.fingerprint}` };
}

async function resetType({ api, number }: Site, signal: AbortSignal): Promise<string> {
  const offered = (await api.resetOptions(number, signal))?.type ?? [];
  const type = RESETS.find((one) => offered.includes(one));
  if (type !== undefined) return type;
  const message = `server ${number} can only be reset by hand`;
  throw new ProviderFailure('fatal', message, 'order a manual reset in Robot, then apply again');
}
