import { describe, expect, test } from '@jest/globals';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from './support/command.ts';
import { testFleet } from './support/command.ts';

const FLEETS = {
  'the sample fleet': '.',
  ...Object.fromEntries(readdirSync('examples').map((name) => [`examples/${name}`, `examples/${name}`])),
};

describe.each(Object.entries(FLEETS))('%s', (_name, folder) => {
  test('is valid without a warning, fits, and is applied once', async () => {
    const fleet = copyOf(folder);
    try {
      const validated = await fleet.stowage('validate');
      expect(validated.stdout).toMatch(/^valid: \d+ resources in \d+ files\n$/);

      const applied = await fleet.stowage('apply', '--yes');
      expect(applied).toMatchObject({ status: 0 });
      expect(applied.stdout).not.toContain('fits nowhere');

      const commit = fleet.git('rev-parse', stateBranch(fleet));
      expect((await fleet.stowage('apply', '--yes')).stdout).toContain('nothing to do');
      expect(fleet.git('rev-parse', stateBranch(fleet))).toBe(commit);
    } finally {
      fleet.dispose();
    }
  });
});

test("a compute's journal folder is its history, and nothing else's", async () => {
  const fleet = copyOf('examples/one-host');
  try {
    await fleet.stowage('apply', '--yes');
    await fleet.stowage(
      'journal',
      'add',
      'Rebooted for the kernel',
      '--compute',
      'vps-01',
      '--category',
      'maintenance',
    );
    await fleet.stowage('journal', 'add', 'Read the invoices');
    const history = fleet
      .git('log', '--reverse', '--format=%s', stateBranch(fleet), '--', 'journal/*/vps-01/*')
      .trim();
    expect(history.split('\n')).toEqual([
      'hardware(vps-01): add Compute vps-01, vps at hetzner, fsn1',
      'network(vps-01): add IPAddress vps-01-v4, 49.12.118.64, public',
      'network(vps-01): add DNSRecord blog, blog A → 49.12.118.64',
      'hardware(vps-01): add ComponentAssignment vps-01-disk, 1 × Hetzner CX32 local disk, in vps-01',
      'hardware(vps-01): add ComponentAssignment vps-01-memory, 1 × Hetzner CX32 memory, in vps-01',
      'hardware(vps-01): add ComponentAssignment vps-01-vcpu, 1 × Hetzner CX32 vCPUs, in vps-01',
      'network(vps-01): add IPAssignment vps-01-v4, 49.12.118.64 for vps-01, primary',
      'deployment(vps-01): place blog, 1.5 cores, 2 GB, 10 GB nvme',
      'deployment(vps-01): place caddy, 0.5 cores, 256 MB, 1 GB nvme',
      'deployment(vps-01): place mariadb, 0.5 cores, 2 GB, 20 GB nvme',
      'maintenance(vps-01): Rebooted for the kernel',
    ]);
  } finally {
    fleet.dispose();
  }
});

/** Nothing else is ever committed here; each example names a branch of its own. */
function stateBranch(fleet: TestFleet): string {
  return fleet.git('for-each-ref', '--format=%(refname)', 'refs/heads').trim();
}

function copyOf(folder: string): TestFleet {
  const fleet = testFleet();
  for (const part of ['inventory', 'stowage.yaml']) {
    cpSync(join(folder, part), join(fleet.directory, part), { recursive: true });
  }
  return fleet;
}
