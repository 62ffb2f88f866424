import { parseArgs } from 'node:util';
import { startEmulator } from './emulator.ts';
import { openHetznerCloud } from './hetzner-cloud/hetzner-cloud.ts';
import { openHetznerRobot } from './hetzner-robot/hetzner-robot.ts';
import { openIonos } from './ionos/ionos.ts';
import type { Surroundings, Vendor } from './vendor.ts';

interface Family {
  readonly open: (around: Surroundings) => Vendor;
  /** What its credentials look like; any will do. */
  readonly credentials: string;
  /** What else its ComputeProvider needs to say, a line each. */
  readonly settings?: readonly string[];
}

const FAMILIES: Readonly<Record<string, Family>> = {
  'hetzner-cloud': { open: openHetznerCloud, credentials: 'emulated-token' },
  // It has a virtual data centre of the name acme in de/fra, and one in de/txl.
  'ionos-dcd': { open: openIonos, credentials: 'emulated-token', settings: ['project: acme'] },
  'hetzner-robot': {
    open: openHetznerRobot,
    credentials: 'emulated-user:emulated-password',
    settings: ['allowOrders: true', 'priceCap: 100'],
  },
};

/** What the vendor does on its own takes so long, as long as nobody turns the knob. */
const TAKES_MS = {
  create_server: 4000,
  start_server: 2000,
  delete_server: 1000,
  address: 1000,
  order: 20_000,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '0' }, speed: { type: 'string', default: '1' } },
});
const [name = ''] = positionals;
const family = FAMILIES[name];
if (!family) {
  process.stderr.write(
    `usage: npm run emulate FAMILY -- [--port N] [--speed N]; FAMILY is ${Object.keys(FAMILIES).join(', ')}\n`,
  );
  process.exit(1);
}

const { open, credentials, settings = [] } = family;
const emulator = await startEmulator(open, {
  port: Number(values.port),
  speed: Number(values.speed),
  knobs: { takesMs: TAKES_MS },
});
process.stdout
  .write(`# ${name} at ${emulator.url}, until it is interrupted. Its knobs: ${new URL('/-/knobs', emulator.url).href}
# export EMULATED_TOKEN=${credentials}
apiVersion: stowage/v1
kind: ComputeProvider
metadata:
  name: emulated
spec:
  family: ${name}
  endpoint: ${emulator.url}${settings.map((line) => `\n  ${line}`).join('')}
  credentials: { env: EMULATED_TOKEN }
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    emulator.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
