import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import type { Provider } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';

/** Where the machines of sandboxes are that name no folder of their own, below the fleet's. */
const SANDBOXES = '.stowage/sandbox';

/** Opens the provider that a ComputeProvider declares. */
export async function openProvider(name: string, spec: ComputeProviderSpec, root: string): Promise<Provider> {
  if (spec.family === 'sandbox') {
    const { openSandbox } = await import('./sandbox/open-sandbox.ts');
    return openSandbox(spec.endpoint === undefined ? ownFolder(root, name) : resolve(root, spec.endpoint));
  }
  const hint = 'its orders are recorded and not sent yet';
  throw new ProviderFailure('profile', `providers of the family ${spec.family} are not supported`, hint);
}

/** Makes a folder that git does not see. */
function ownFolder(root: string, name: string): string {
  const folder = join(root, SANDBOXES, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, dirname(SANDBOXES), '.gitignore'), '*\n');
  return folder;
}
