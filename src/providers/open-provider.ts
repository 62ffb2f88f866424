import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import type { Surroundings } from './surroundings.ts';
import type { Provider } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';

/** Where the machines of sandboxes are that name no folder of their own, below the fleet's. */
const SANDBOXES = '.stowage/sandbox';

/** Opens the provider that a ComputeProvider declares. */
export async function openProvider(
  name: string,
  spec: ComputeProviderSpec,
  { root, credentials, remote }: Surroundings,
): Promise<Provider> {
  if (spec.family === 'sandbox') {
    const { openSandbox } = await import('./sandbox/open-sandbox.ts');
    return openSandbox(spec.endpoint === undefined ? ownFolder(root, name) : resolve(root, spec.endpoint));
  }
  if (spec.family === 'hetzner-cloud') {
    if (!credentials) throw withoutCredentials(name);
    const { openHetznerCloud } = await import('./hetzner-cloud/open-hetzner-cloud.ts');
    return openHetznerCloud({ endpoint: spec.endpoint, credentials });
  }
  if (spec.family === 'hetzner-robot') {
    if (!credentials) throw withoutCredentials(name);
    const { openHetznerRobot } = await import('./hetzner-robot/open-hetzner-robot.ts');
    const { openSsh } = await import('../remote/ssh/open-ssh.ts');
    const { endpoint, allowOrders, priceCap } = spec;
    return openHetznerRobot({ endpoint, credentials, allowOrders, priceCap, shellWith: openSsh });
  }
  if (!credentials) throw withoutCredentials(name);
  const { openIonos } = await import('./ionos/open-ionos.ts');
  const { awaitCloudInit } = await import('./cloud-init/await-cloud-init.ts');
  return openIonos({
    endpoint: spec.endpoint,
    project: spec.project ?? null,
    credentials,
    ready: (machine, signal) => awaitCloudInit(machine, remote, signal),
  });
}

function withoutCredentials(name: string): ProviderFailure {
  return new ProviderFailure(
    'permission',
    `${name} has no credentials`,
    'add spec.credentials to the ComputeProvider',
  );
}

/** Makes a folder that git does not see. */
function ownFolder(root: string, name: string): string {
  const folder = join(root, SANDBOXES, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, dirname(SANDBOXES), '.gitignore'), '*\n');
  return folder;
}
