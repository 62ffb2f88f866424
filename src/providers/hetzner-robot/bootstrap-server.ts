import { Secret } from '../../model/secret.ts';
import type { Machine, MachineOrder, Marker } from '../../model/machine.ts';
import type { RemoteHost, RemoteShell, ScriptResult } from '../../remote/remote-shell.ts';
import { RemoteFailure } from '../../remote/remote-shell.ts';
import { userDataFor } from '../cloud-init/user-data.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Account } from './account.ts';
import { answering } from './answering.ts';
import { finishScript, REBOOT } from './finish-script.ts';
import { installScript } from './install-script.ts';
import { thingOf } from './machine-of.ts';
import { claimOf, installedName } from './order-key.ts';
import type { OrderKey } from './order-key.ts';
import { rescueSystem, runningRescue } from './rescue-system.ts';
import type { ShellWith, Site } from './site.ts';

/**
 * Installs a machine from its rescue system, and waits until its user data have run. What is done already is told by the
 * key of its order: it is renamed once the machine is installed, and deleted once it is finished. So a machine that was
 * installed is never installed again, and of one that is finished nothing is asked.
 */
export async function bootstrapServer(
  account: Account,
  shellWith: ShellWith,
  machine: Machine,
  order: MachineOrder,
  marker: Marker,
  signal: AbortSignal,
): Promise<Machine> {
  const { api } = account;
  const key = await account.keyFor(marker);
  const progress = await progressOf(account, key, marker, signal);
  if (progress === 'finished') return machine;
  const thing = thingOf(machine.id);
  const [address] = machine.addresses;
  if (!thing || !('server' in thing) || address === undefined) {
    throw new ProviderFailure('fatal', `${machine.id} is not delivered`, 'apply again once it is');
  }
  const shell = shellWith(() => Promise.resolve(new Secret(key.privateKey)));
  const site = { api, shell, number: thing.server, address, key };
  const hostKey = await account.hostKeyFor(marker);
  if (progress !== 'installed') {
    const userData = userDataFor(order, hostKey);
    const script = installScript({ order, marker, hostKey, userData, publicKey: key.publicKey });
    const rescue = await rescueSystem(site, signal);
    mustSucceed(await runOn(shell, rescue, script, signal), 'installimage', order);
    await api.renameKey(key.fingerprint, installedName(key), signal);
    await reboot(shell, rescue, signal);
  }
  await finish(site, { address, port: 22, user: 'root', hostKey: hostKey.publicKey }, order, marker, signal);
  await api.deleteKey(key.fingerprint, signal);
  return machine;
}

/** How far a machine is. Where the account's secret was changed meanwhile, a key of before is replaced. */
async function progressOf(
  { api }: Account,
  key: OrderKey,
  { intent, uid }: Marker,
  signal: AbortSignal,
): Promise<'ordered' | 'installed' | 'finished'> {
  const known = await api.key(key.fingerprint, signal);
  if (known) return claimOf(known.name)?.isInstalled ? 'installed' : 'ordered';
  const former = (await api.keys(signal)).find(({ name }) => {
    const claim = claimOf(name);
    return claim?.intent === intent && claim.uid === uid;
  });
  if (!former) return 'finished';
  if (claimOf(former.name)?.isInstalled) {
    const message =
      'it was installed under another secret of the account, and its keys are not known any more';
    throw new ProviderFailure(
      'fatal',
      message,
      'restore that secret, or delete the host and declare it anew',
    );
  }
  await api.deleteKey(former.fingerprint, signal);
  await api.addKey(key.name, key.publicKey, signal);
  return 'ordered';
}

/** Waits until the installed machine is finished. */
async function finish(
  site: Site,
  host: RemoteHost,
  order: MachineOrder,
  marker: Marker,
  signal: AbortSignal,
): Promise<void> {
  const script = finishScript(marker, site.key.publicKey);
  const result = await answering(site.shell, host, script, signal, async ({ why }) => {
    // It shows its own host key and knows ours no more: an earlier run was done with it.
    if (why === 'refused') return true;
    const rescue = await runningRescue(site, signal);
    if (rescue) await reboot(site.shell, rescue, signal);
    return false;
  });
  if (result) mustSucceed(result, 'its user data', order);
}

async function reboot(shell: RemoteShell, host: RemoteHost, signal: AbortSignal): Promise<void> {
  try {
    await shell.run(host, REBOOT, signal);
  } catch (error) {
    // It went before it answered.
    if (!(error instanceof RemoteFailure)) throw error;
  }
}

async function runOn(
  shell: RemoteShell,
  host: RemoteHost,
  script: string,
  signal: AbortSignal,
): Promise<ScriptResult> {
  try {
    return await shell.run(host, script, signal);
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    throw new ProviderFailure(error.why === 'unreachable' ? 'transient' : 'fatal', error.message, error.hint);
  }
}

const LAST_LINES = 3;

function mustSucceed({ code, stdout, stderr }: ScriptResult, what: string, { name }: MachineOrder): void {
  if (code === 0) return;
  const said = (stdout.trim() || stderr.trim()).split('\n').slice(-LAST_LINES).join('; ');
  const message = `${what} failed on ${name} with ${code}: ${said}`;
  throw new ProviderFailure('profile', message, 'correct the profile or the host; see the machine itself');
}
