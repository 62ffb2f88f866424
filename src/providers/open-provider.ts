import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Machine } from '../model/machine.ts';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import type { Family } from '../model/spec/definitions.ts';
import type { RemoteAccess } from '../remote/remote-access.ts';
import type { Provider } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';
import type { Surroundings } from './surroundings.ts';

/** Where the machines of sandboxes are that name no folder of their own, below the fleet's. */
const SANDBOXES = '.stowage/sandbox';

type Open = (name: string, spec: ComputeProviderSpec, around: Surroundings) => Promise<Provider>;

/** How a provider of each family is opened; its code is loaded when one first is. */
const FAMILIES: Readonly<Record<Family, Open>> = {
  async sandbox(name, { endpoint }, { root }) {
    const { openSandbox } = await import('./sandbox/open-sandbox.ts');
    return openSandbox(endpoint === undefined ? ownFolder(root, name) : resolve(root, endpoint));
  },
  async 'hetzner-cloud'(name, { endpoint }, around) {
    const { openHetznerCloud } = await import('./hetzner-cloud/open-hetzner-cloud.ts');
    const ready = await readiness(around.remote);
    return openHetznerCloud({ endpoint, credentials: credentialsOf(name, around), ready });
  },
  async 'hetzner-robot'(name, { endpoint, allowOrders, priceCap }, around) {
    const { openHetznerRobot } = await import('./hetzner-robot/open-hetzner-robot.ts');
    const { openSsh } = await import('../remote/ssh/open-ssh.ts');
    const credentials = credentialsOf(name, around);
    return openHetznerRobot({ endpoint, credentials, allowOrders, priceCap, shellWith: openSsh });
  },
  async 'ionos-dcd'(name, { endpoint, project = null }, around) {
    const { openIonos } = await import('./ionos/open-ionos.ts');
    const ready = await readiness(around.remote);
    return openIonos({ endpoint, project, credentials: credentialsOf(name, around), ready });
  },
};

/** Opens the provider that a ComputeProvider declares. Fails with a ProviderFailure. */
export function openProvider(...[name, spec, around]: Parameters<Open>): Promise<Provider> {
  return FAMILIES[spec.family](name, spec, around);
}

/** Waits until a machine has started, as far as the fleet waits for that. */
async function readiness(
  remote: RemoteAccess,
): Promise<(machine: Machine, signal: AbortSignal) => Promise<void>> {
  const { awaitCloudInit } = await import('./cloud-init/await-cloud-init.ts');
  return (machine, signal) => awaitCloudInit(machine, remote, signal);
}

function credentialsOf(
  name: string,
  { credentials }: Surroundings,
): NonNullable<Surroundings['credentials']> {
  if (credentials) return credentials;
  const hint = 'add spec.credentials to the ComputeProvider';
  throw new ProviderFailure('permission', `${name} has no credentials`, hint);
}

/** Makes a folder that git does not see. */
function ownFolder(root: string, name: string): string {
  const folder = join(root, SANDBOXES, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, dirname(SANDBOXES), '.gitignore'), '*\n');
  return folder;
}
