import { afterEach } from '@jest/globals';
import { Secret } from '../../../src/model/secret.ts';
import type { HetznerCloudOptions } from '../../../src/providers/hetzner-cloud/open-hetzner-cloud.ts';
import { openHetznerCloud } from '../../../src/providers/hetzner-cloud/open-hetzner-cloud.ts';
import type { Provider } from '../../../src/providers/provider.ts';
import type { Emulator } from '../../emulators/emulator.ts';
import { startEmulator } from '../../emulators/emulator.ts';
import type { HetznerCloud } from '../../emulators/hetzner-cloud/hetzner-cloud.ts';
import { openHetznerCloud as openVendor } from '../../emulators/hetzner-cloud/hetzner-cloud.ts';
import type { Knobs } from '../../emulators/knobs.ts';
import { stoppedOnce } from '../../support/stopped-once.ts';

export const TOKEN = 'emulated-token';
const QUIET_MS = 150;

/** A client, and the project it is a client of. */
export interface Emulated {
  readonly provider: Provider;
  readonly emulator: Emulator<HetznerCloud>;
}

export async function emulated(
  knobs: Partial<Knobs> = {},
  options: Partial<HetznerCloudOptions> = {},
): Promise<Emulated> {
  const emulator = await startEmulator(openVendor, { knobs });
  return { provider: clientOf(emulator, options), emulator };
}

/** Another client of the same project, as another run is. */
export function clientOf(
  { url }: Emulator<HetznerCloud>,
  options: Partial<HetznerCloudOptions> = {},
): Provider {
  const credentials = () => Promise.resolve(new Secret(TOKEN));
  return openHetznerCloud({ endpoint: url, credentials, quietMs: QUIET_MS, ...options });
}

/** The same, cleared away after each test; a violation of the vendor's document, or of an invariant, fails the test. */
export function emulatedInTests(): typeof emulated {
  const open: Emulated[] = [];
  afterEach(async () => {
    for (const { emulator } of open.splice(0)) await emulator.close();
  });
  return async (...how) => {
    const one = await emulated(...how);
    open.push(one);
    return one;
  };
}

/** Which calls were made, such as `POST /servers`, and how each was answered. */
export function calls({ emulator }: Emulated): string[] {
  return emulator.log.map(({ method, path, answer }) => `${method} ${path.split('?')[0]} ${answer}`);
}

/** How many servers were asked for, and answered in this way; in any where none is named. */
export function orders({ emulator }: Emulated, answer?: number | string): number {
  const asked = emulator.log.filter(({ method, path }) => method === 'POST' && path === '/servers');
  return asked.filter((one) => answer === undefined || one.answer === answer).length;
}

/** Stops whoever waits for an action, once it has asked how that is going. */
export function stoppedWaiting(there: Emulated): AbortSignal {
  const looks = () => calls(there).filter((call) => call.startsWith('GET /actions')).length;
  const before = looks();
  return stoppedOnce(() => looks() > before);
}
