import { join } from 'node:path';
import type { ShellWith } from '../../../src/providers/hetzner-robot/site.ts';
import { RemoteFailure } from '../../../src/remote/remote-shell.ts';
import { openSsh } from '../../../src/remote/ssh/open-ssh.ts';
import type { Sshd } from '../../support/sshd.ts';
import { startSshd } from '../../support/sshd.ts';
import type { StandInMachine } from './stand-in-machine.ts';

/** Shells to a machine over real SSH, as long as it is not stopped. */
export function overSsh(machine: StandInMachine): { shellWith: ShellWith; stop: () => Promise<void> } {
  let sshd: Sshd | null = null;
  return {
    shellWith: (identity) => ({
      run: async (host, script, signal) => {
        const running = machine.running();
        if (!running) throw new RemoteFailure('unreachable', 'no answer', 'none');
        const { system, hostKey, authorized } = running;
        if (sshd?.hostKey !== hostKey.publicKey) {
          await sshd?.stop();
          sshd = await startSshd({
            hostKey: hostKey.privateKey,
            authorizedKeys: authorized,
            forceCommand: join(machine.here, system),
          });
        }
        const { address, port, user } = sshd;
        return await openSsh(identity).run({ ...host, address, port, user }, script, signal);
      },
    }),
    stop: async () => await sshd?.stop(),
  };
}
