import { startEmulator } from '../../emulators/emulator.ts';
import { openHetznerRobot } from '../../emulators/hetzner-robot/hetzner-robot.ts';
import type { Order } from '../../emulators/hetzner-robot/orders.ts';
import { ownerless } from '../../emulators/invariants.ts';
import { StandInMachines } from '../../providers/hetzner-robot/stand-in-machines.ts';
import { markOf } from '../../../src/providers/hetzner-robot/marks.ts';
import { claimOf } from '../../../src/providers/hetzner-robot/order-key.ts';
import type { OpenGround } from './ground.ts';
import { machineDesk } from './machine-desk.ts';

/** A minute of the vendor's is a second. */
const SPEED = 60;
const MINUTE_MS = 60_000;
/** How long installimage takes, in real seconds: longer than whoever comes after a dead run needs to get there. */
const INSTALL_SECONDS = '2';

/**
 * Servers of an emulated Robot account, installed over stand-ins for SSH. It takes 20 orders a day, as Robot does, and a
 * day of its clock is longer than a life; the limits per hour are off, as who is told to wait an hour waits a real one.
 */
export const hetznerRobot: OpenGround = async () => {
  const emulator = await startEmulator(openHetznerRobot, {
    speed: SPEED,
    knobs: { takesMs: { order: MINUTE_MS } },
  });
  const { vendor, knobs } = emulator;
  const { orders, servers } = vendor;
  const machines = new StandInMachines(vendor);
  const desk = await machineDesk((identity) => ({
    run: async (...asked) => {
      for (const { number } of servers.all.values()) {
        machines.of(number).write('installimage.seconds', INSTALL_SECONDS);
      }
      return await machines.shellWith(identity).run(...asked);
    },
  }));
  /** Hosts by the objects whose orders they came of, as far as a server says so. */
  const hosts = (): ReadonlyMap<string, string> => {
    const marks = [...servers.all.values()].flatMap(({ name }) => markOf(name) ?? []);
    return new Map(marks.map(({ host, marker }) => [marker.uid, host]));
  };
  const hostOf = ({ id, keys }: Order): string => {
    const claim = claimOf(keys[0]?.key.name);
    return hosts().get(claim?.uid ?? '') ?? `order ${id}`;
  };
  const isLeft = ({ server }: Order): boolean => {
    return server === null || (servers.all.get(server)?.cancelledTo ?? null) === null;
  };
  return {
    documents: [
      `ComputeProvider, metadata: { name: pool }, spec: { family: hetzner-robot, endpoint: "${emulator.url}", allowOrders: true, priceCap: 100, credentials: { env: EMULATED_LOGIN } }`,
      'ComputeProfile, metadata: { name: small }, spec: { family: hetzner-robot, resources: { cores: 12 }, price: { monthly: 40.7, setup: 0, currency: EUR }, parameters: { product_id: AX41-NVMe, addon: [primary_ipv4] } }',
    ],
    region: 'fsn1',
    environment: { EMULATED_LOGIN: 'emulated-user:emulated-password', STOWAGE_MACHINE_DESK: desk.url },
    slow: (latencyMs) => {
      knobs.delayMs = latencyMs;
    },
    // One that is cancelled stands there until its day, and nobody wants it any more.
    machines: () => orders.all.filter((order) => order.status !== 'cancelled' && isLeft(order)).map(hostOf),
    effects: () => orders.all.map((order) => `made ${hostOf(order)}`),
    // Nothing is ordered twice for an object, so what a key says of its intent is looked up by a person among the orders.
    settle: ({ intent }) => {
      const order = orders.all.find(({ keys }) => claimOf(keys[0]?.key.name)?.intent === intent);
      if (!order) return ['--absent'];
      return ['--adopt', order.server === null ? `transaction:${order.id}` : String(order.server)];
    },
    violations: () => [
      ...emulator.violations,
      ...ownerless(vendor.billables()),
      ...[...machines.all()].flatMap(([number, machine]) => {
        const times = machine.read('installed.log').split('\n').length - 1;
        return times > 1 ? [`server ${number} was installed ${times} times`] : [];
      }),
    ],
    close: async () => {
      await desk.close();
      machines.dispose();
      await emulator.close();
    },
  };
};
