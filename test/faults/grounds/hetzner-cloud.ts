import { startEmulator } from '../../emulators/emulator.ts';
import { openHetznerCloud } from '../../emulators/hetzner-cloud/hetzner-cloud.ts';
import { ownerless } from '../../emulators/invariants.ts';
import { QUIET_MS } from '../../../src/providers/hetzner-cloud/open-hetzner-cloud.ts';
import type { OpenGround } from './ground.ts';

/** Twenty seconds of the vendor's are one. */
const SPEED = 20;

/** Servers of an emulated Hetzner Cloud. Its clock is fast, so the quiet window is as much shorter, and as long on that clock. */
export const hetznerCloud: OpenGround = async () => {
  const emulator = await startEmulator(openHetznerCloud, { speed: SPEED });
  const { vendor, log, knobs } = emulator;
  return {
    documents: [
      `ComputeProvider, metadata: { name: pool }, spec: { family: hetzner-cloud, endpoint: "${emulator.url}", credentials: { env: EMULATED_TOKEN } }`,
      'ComputeProfile, metadata: { name: small }, spec: { family: hetzner-cloud, resources: { cores: 4 }, price: { monthly: 13.1 }, parameters: { server_type: cpx31 } }',
    ],
    region: 'fsn1',
    environment: { EMULATED_TOKEN: 'emulated-token', STOWAGE_QUIET_MS: String(QUIET_MS / SPEED) },
    slow: (latencyMs) => {
      knobs.delayMs = latencyMs;
    },
    machines: () => [...vendor.servers.all.values()].map(({ name }) => name),
    effects: () =>
      log
        .filter(({ method, path, answer }) => method === 'POST' && path === '/servers' && answer === 201)
        .map(({ body }) => `made ${(body as { name: string }).name}`),
    violations: () => [...emulator.violations, ...ownerless(vendor.billables())],
    close: () => emulator.close(),
  };
};
