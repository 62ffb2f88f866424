import { afterEach } from '@jest/globals';
import type { MachineOrder, Marker } from '../../../src/model/machine.ts';
import { Secret } from '../../../src/model/secret.ts';
import type { IonosOptions } from '../../../src/providers/ionos/open-ionos.ts';
import { openIonos } from '../../../src/providers/ionos/open-ionos.ts';
import type { Provider } from '../../../src/providers/provider.ts';
import type { Emulator } from '../../emulators/emulator.ts';
import { startEmulator } from '../../emulators/emulator.ts';
import type { Ionos } from '../../emulators/ionos/ionos.ts';
import { openIonos as openVendor } from '../../emulators/ionos/ionos.ts';
import type { Server } from '../../emulators/ionos/servers.ts';
import type { Knobs } from '../../emulators/knobs.ts';
import { orderFor } from '../../conformance/provider.ts';
import { stoppedOnce } from '../../support/stopped-once.ts';

/** A client, and the contract it is a client of. */
export interface Emulated {
  readonly provider: Provider;
  readonly emulator: Emulator<Ionos>;
}

/** Nobody stops it. */
export const QUIET = new AbortController().signal;
const QUIET_MS = 150;

export async function emulated(
  knobs: Partial<Knobs> = {},
  options: Partial<IonosOptions> = {},
): Promise<Emulated> {
  const emulator = await startEmulator(openVendor, { knobs });
  return { provider: clientOf(emulator, options), emulator };
}

/** Another client of the same contract, as another run is. */
export function clientOf({ url }: Emulator<Ionos>, options: Partial<IonosOptions> = {}): Provider {
  const credentials = () => Promise.resolve(new Secret('emulated-token'));
  return openIonos({ endpoint: url, project: 'acme', credentials, quietMs: QUIET_MS, ...options });
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

/** An order in the vendor's words. */
export function ionosOrder(name = 'web-01', more: Partial<MachineOrder> = {}): MachineOrder {
  const parameters = { cores: 4, ram: 8192, cpuFamily: 'INTEL_SKYLAKE', volumeSize: 50 };
  return { ...orderFor(name), region: 'de/fra', parameters, ...more };
}

export const marker = (intent = 'i1'): Marker => ({ fleet: 'acme', intent, uid: `uid-${intent}` });

/** A server that nobody of ours made, in the first or another of the virtual data centres. */
export function stand({ emulator }: Pick<Emulated, 'emulator'>, name: string, nth = 0): Server {
  const { servers, centres } = emulator.vendor;
  const centre = [...centres.all.values()][nth];
  if (!centre) throw new Error('the emulated contract has no such virtual data centre');
  const volumes = { items: [{ properties: { name: 'system', size: 50, type: 'SSD' } }] };
  const nics = { items: [{ properties: { lan: 1, dhcp: true } }] };
  const properties = { name, cores: 4, ram: 8192, cpuFamily: 'INTEL_SKYLAKE' };
  return servers.stand(centre, { properties, entities: { volumes, nics } });
}

/** Which calls were made, such as `GET /requests`, and how each was answered; ids are left out. */
export function calls({ emulator }: Emulated): string[] {
  return emulator.log.map(({ method, path, answer }) => {
    const plain = (path.split('?')[0] ?? '').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '*');
    return `${method} ${plain} ${answer}`;
  });
}

/** How many servers were asked for. */
export function orders(there: Emulated): number {
  return calls(there).filter((call) => call.startsWith('POST /datacenters/*/servers ')).length;
}

/** Stops whoever waits for a request, once it has asked how that is going. */
export function stoppedWaiting(there: Emulated): AbortSignal {
  const looks = () => calls(there).filter((call) => call.startsWith('GET /requests/')).length;
  const before = looks();
  return stoppedOnce(() => looks() > before);
}
