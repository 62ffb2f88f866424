import { appendFileSync } from 'node:fs';
import { run } from '../../src/commands/run.ts';
import type { Context } from '../../src/commands/context.ts';
import { openHetznerCloud } from '../../src/providers/hetzner-cloud/open-hetzner-cloud.ts';
import { openHetznerRobot } from '../../src/providers/hetzner-robot/open-hetzner-robot.ts';
import type { ShellWith } from '../../src/providers/hetzner-robot/site.ts';
import { openIonos } from '../../src/providers/ionos/open-ionos.ts';
import { world } from '../../src/world.ts';
import { byDesk } from './by-desk.ts';

// Stowage as it is, but that it may die (SIGKILL) or be held (SIGSTOP) where it waits for the world. STOWAGE_DIE_AT
// counts those points from 1. STOWAGE_HOLD_AT names one, at which it is held when it first gets there; with
// STOWAGE_HOLD_AFTER it is held again so many points later. STOWAGE_TRACE names a file that lists points as passed.
// STOWAGE_MACHINE_DESK is where the machines of Robot are reached that no SSH leads to. STOWAGE_QUIET_MS is how long the
// quiet window of a cloud is, where the vendor's clock runs faster than this one.
const env = process.env;
const dieAt = Number(env['STOWAGE_DIE_AT'] ?? 0);
const trace = env['STOWAGE_TRACE'];
let passed = 0;
let holdAt = 0;

function pass(point: string): void {
  passed++;
  if (trace !== undefined) appendFileSync(trace, `${passed} ${point}\n`);
  if (passed === dieAt) process.kill(process.pid, 'SIGKILL');
  const first = holdAt === 0 && point === env['STOWAGE_HOLD_AT'];
  if (first) holdAt = passed + Number(env['STOWAGE_HOLD_AFTER'] ?? 0);
  if (first || passed === holdAt) process.kill(process.pid, 'SIGSTOP');
}

/** Every method passes a point before it begins and after it ended. */
function watched<T extends object>(name: string, port: T): T {
  return new Proxy(port, {
    get(target, property, receiver) {
      const value: unknown = Reflect.get(target, property, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        pass(`before ${name}.${String(property)}`);
        const answer: unknown = await Reflect.apply(value, target, args);
        pass(`after ${name}.${String(property)}`);
        return answer;
      };
    },
  });
}

const opened: Context['openProvider'] = async (...asked) => {
  const [, { family, endpoint, project = null, allowOrders, priceCap }, { credentials }] = asked;
  const desk = env['STOWAGE_MACHINE_DESK'];
  const quietMs = env['STOWAGE_QUIET_MS'];
  if (desk !== undefined && family === 'hetzner-robot' && credentials) {
    const shellWith: ShellWith = (identity) => watched('machine', byDesk(desk)(identity));
    return openHetznerRobot({ endpoint, credentials, allowOrders, priceCap, shellWith });
  }
  if (quietMs !== undefined && family === 'ionos-dcd' && credentials) {
    return openIonos({ endpoint, project, credentials, quietMs: Number(quietMs) });
  }
  if (quietMs !== undefined && family === 'hetzner-cloud' && credentials) {
    return openHetznerCloud({ endpoint, credentials, quietMs: Number(quietMs) });
  }
  return await world.openProvider(...asked);
};

const mortal: Context = {
  ...world,
  openStateStore: async (location) => watched('state', await world.openStateStore(location)),
  openLeaseStore: async (location) => {
    const leases = await world.openLeaseStore(location);
    const seconds = Number(env['STOWAGE_LEASE_SECONDS'] ?? 60);
    return watched('lease', {
      ...leases,
      take: (holder, _, now) => leases.take(holder, seconds, now),
      renew: (lease, _, now) => leases.renew(lease, seconds, now),
    });
  },
  openProvider: async (...asked) => watched('provider', await opened(...asked)),
};

process.exitCode = await run(process.argv.slice(2), mortal);
