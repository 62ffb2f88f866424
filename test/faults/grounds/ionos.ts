import { startEmulator } from '../../emulators/emulator.ts';
import { ownerless } from '../../emulators/invariants.ts';
import { openIonos } from '../../emulators/ionos/ionos.ts';
import { QUIET_MS } from '../../../src/providers/ionos/open-ionos.ts';
import type { OpenGround } from './ground.ts';

/** Twenty seconds of the vendor's are one. */
const SPEED = 20;

/** Servers of an emulated IONOS contract. Its clock is fast, so the quiet window is as much shorter, and as long on that clock. */
export const ionos: OpenGround = async () => {
  const emulator = await startEmulator(openIonos, { speed: SPEED });
  const { vendor, log, knobs } = emulator;
  return {
    documents: [
      `ComputeProvider, metadata: { name: pool }, spec: { family: ionos-dcd, project: acme, endpoint: "${emulator.url}", credentials: { env: EMULATED_TOKEN } }`,
      'ComputeProfile, metadata: { name: small }, spec: { family: ionos-dcd, resources: { cores: 4 }, price: { monthly: 30 }, parameters: { cores: 4, ram: 8192, cpuFamily: INTEL_SKYLAKE, volumeSize: 50 } }',
    ],
    region: 'de/fra',
    environment: { EMULATED_TOKEN: 'emulated-token', STOWAGE_QUIET_MS: String(QUIET_MS / SPEED) },
    slow: (latencyMs) => {
      knobs.delayMs = latencyMs;
    },
    machines: () => [...vendor.servers.all.values()].map(({ properties }) => hostIn(properties.name ?? '')),
    effects: () =>
      log
        .filter(({ method, path, answer }) => {
          return (
            method === 'POST' &&
            /^\/datacenters\/[^/]+\/servers$/.test(path.split('?')[0] ?? '') &&
            answer === 202
          );
        })
        .map(({ body }) => `made ${hostIn((body as { properties: { name: string } }).properties.name)}`),
    violations: () => [...emulator.violations, ...ownerless(vendor.billables())],
    close: () => emulator.close(),
  };
};

/** A server is called after its host and the end of its intent. */
function hostIn(server: string): string {
  return server.replace(/-[^-]+$/, '');
}
