import { appendFileSync } from 'node:fs';
import { run } from '../../src/commands/run.ts';
import type { Context } from '../../src/commands/context.ts';
import { world } from '../../src/world.ts';

// Stowage as it is, but that it dies (SIGKILL) or is stopped (SIGSTOP) at a given one of the points where it waits for
// the world. STOWAGE_DIE_AT counts those points from 1; STOWAGE_TRACE names a file that lists them as they are passed.
const { STOWAGE_DIE_AT = '0', STOWAGE_STOP_AT = '0', STOWAGE_TRACE, STOWAGE_LEASE_SECONDS } = process.env;
let passed = 0;

function pass(point: string): void {
  passed++;
  if (STOWAGE_TRACE !== undefined) appendFileSync(STOWAGE_TRACE, `${passed} ${point}\n`);
  if (passed === Number(STOWAGE_DIE_AT)) process.kill(process.pid, 'SIGKILL');
  if (passed === Number(STOWAGE_STOP_AT)) process.kill(process.pid, 'SIGSTOP');
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

const mortal: Context = {
  ...world,
  openStateStore: async (location) => watched('state', await world.openStateStore(location)),
  openLeaseStore: async (location) => {
    const leases = await world.openLeaseStore(location);
    const seconds = Number(STOWAGE_LEASE_SECONDS ?? 60);
    return watched('lease', {
      ...leases,
      take: (holder, _, now) => leases.take(holder, seconds, now),
      renew: (lease, _, now) => leases.renew(lease, seconds, now),
    });
  },
  openProvider: async (name, spec, root) => watched('provider', await world.openProvider(name, spec, root)),
};

process.exitCode = await run(process.argv.slice(2), mortal);
