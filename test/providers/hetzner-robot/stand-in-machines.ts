import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RemoteFailure } from '../../../src/remote/remote-shell.ts';
import { hostKeyFor } from '../../../src/providers/cloud-init/host-key.ts';
import type { ShellWith } from '../../../src/providers/hetzner-robot/site.ts';
import type { HetznerRobot } from '../../emulators/hetzner-robot/hetzner-robot.ts';
import { fingerprintOf } from '../../emulators/hetzner-robot/keys.ts';
import { serverShape } from '../../emulators/hetzner-robot/servers.ts';
import { StandInMachine } from './stand-in-machine.ts';

/** The machines of an emulated account, each in a folder of its own. */
export class StandInMachines {
  readonly #folder = mkdtempSync(join(tmpdir(), 'stowage-robot-'));
  readonly #vendor: HetznerRobot;
  readonly #rescueKey = hostKeyFor('rescue', { fleet: '', intent: '', uid: '' });
  readonly #machines = new Map<number, StandInMachine>();

  constructor(vendor: HetznerRobot) {
    this.#vendor = vendor;
    const { servers } = vendor;
    servers.rescueFingerprint = fingerprintOf(this.#rescueKey.publicKey.split(' ')[1] ?? '');
    servers.onReset = ({ number }, boots) => this.of(number).reset(boots);
  }

  /** The machine of a server. */
  of(number: number): StandInMachine {
    const { keys } = this.#vendor;
    const keysOfAccount = () => [...keys.all.values()].map(({ data }) => data);
    const machine =
      this.#machines.get(number) ??
      new StandInMachine(join(this.#folder, String(number)), this.#rescueKey, keysOfAccount);
    this.#machines.set(number, machine);
    return machine;
  }

  /** Those that were asked for, by the numbers of their servers. */
  all(): ReadonlyMap<number, StandInMachine> {
    return this.#machines;
  }

  /** Shells to whichever machine has the address. */
  readonly shellWith: ShellWith = (identity) => ({
    run: async (host, ...asked) => {
      const server = [...this.#vendor.servers.all.values()].find((one) => {
        const { server_ip, server_ipv6_net } = serverShape(one);
        return [server_ip, `${server_ipv6_net}2`].includes(host.address);
      });
      if (!server) throw new RemoteFailure('unreachable', 'no answer', 'none');
      return await this.of(server.number)
        .shellWith(identity)
        .run(host, ...asked);
    },
  });

  dispose(): void {
    for (const machine of this.#machines.values()) machine.halt();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
