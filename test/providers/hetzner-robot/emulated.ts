import { afterEach } from '@jest/globals';
import type { MachineOrder } from '../../../src/model/machine.ts';
import { Secret } from '../../../src/model/secret.ts';
import type { HetznerRobotOptions } from '../../../src/providers/hetzner-robot/open-hetzner-robot.ts';
import { openHetznerRobot } from '../../../src/providers/hetzner-robot/open-hetzner-robot.ts';
import type { Provider } from '../../../src/providers/provider.ts';
import type { RemoteShell } from '../../../src/remote/remote-shell.ts';
import { RemoteFailure } from '../../../src/remote/remote-shell.ts';
import { orderFor } from '../../conformance/provider.ts';
import type { Emulator } from '../../emulators/emulator.ts';
import { startEmulator } from '../../emulators/emulator.ts';
import type { HetznerRobot } from '../../emulators/hetzner-robot/hetzner-robot.ts';
import { openHetznerRobot as openVendor } from '../../emulators/hetzner-robot/hetzner-robot.ts';
import type { Knobs } from '../../emulators/knobs.ts';

export const SECRET = 'emulated-user:emulated-password';

/** A client, and the account it is a client of. */
export interface Emulated {
  readonly provider: Provider;
  readonly emulator: Emulator<HetznerRobot>;
  /** Another client of the same account, as a run that comes after this one. */
  another(options?: Partial<HetznerRobotOptions>): Provider;
}

/** What is ordered; `price` is what a profile says. */
export function robotOrder(order: Partial<MachineOrder> = {}): MachineOrder {
  const parameters = { product_id: 'AX41-NVMe', addon: ['primary_ipv4'] };
  return { ...orderFor('web-01'), parameters, ...order };
}

/** A machine that is as soon installed as it is asked: it knows no key of ours any more. */
const FINISHED: RemoteShell = {
  run: ({ hostKey }) => {
    const isRescue = hostKey.startsWith('MD5:');
    if (isRescue) return Promise.resolve({ code: 0, stdout: '', stderr: '' });
    return Promise.reject(new RemoteFailure('refused', 'Permission denied', 'none'));
  },
};

export async function emulated(
  knobs: Partial<Knobs> = {},
  options: Partial<HetznerRobotOptions> = {},
  speed = 1,
): Promise<Emulated> {
  const emulator = await startEmulator(openVendor, { knobs, speed });
  const another = (other: Partial<HetznerRobotOptions> = {}) =>
    openHetznerRobot({
      endpoint: emulator.url,
      credentials: () => Promise.resolve(new Secret(SECRET)),
      allowOrders: true,
      priceCap: 100,
      shellWith: () => FINISHED,
      ...options,
      ...other,
    });
  return { provider: another(), emulator, another };
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

/** Which calls were made, such as `POST /key`, and how each was answered. */
export function calls({ emulator }: Emulated, start = ''): string[] {
  const all = emulator.log.map(({ method, path, answer }) => `${method} ${path} ${answer}`);
  return all.filter((call) => call.startsWith(start));
}

/** How many orders were really sent, whatever became of them. */
export function orders({ emulator }: Emulated): number {
  const sent = emulator.log.filter(
    ({ method, path }) => method === 'POST' && path === '/order/server/transaction',
  );
  return sent.filter(({ body }) => !JSON.stringify(body).includes('"test"')).length;
}
