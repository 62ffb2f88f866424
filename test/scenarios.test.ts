import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, TestFleet } from './support/command.ts';
import { testFleet } from './support/command.ts';
import { expectGolden } from './support/golden.ts';

const STORIES = join(import.meta.dirname, 'scenarios');

for (const story of folders(STORIES)) {
  describe(story.replaceAll('-', ' '), () => {
    let fleet: TestFleet;
    let told = 0;
    beforeAll(() => void (fleet = testFleet()));
    afterAll(() => fleet.dispose());

    for (const moment of folders(join(STORIES, story))) {
      const folder = join(STORIES, story, moment);

      test(moment.replaceAll('-', ' '), async () => {
        fleet.write('inventory/fleet.yaml', readFileSync(join(folder, 'inventory.yaml'), 'utf8'));
        const plan = await fleet.stowage('plan');
        expectGolden(join(folder, 'plan.txt'), printed(plan));

        const applied = await fleet.stowage('apply', '--yes', '--quiet');
        if (applied.status !== 0) {
          expectGolden(join(folder, 'refused.txt'), printed(applied));
          return;
        }
        const entries = subjects(fleet);
        expectGolden(
          join(folder, 'journal.txt'),
          entries
            .slice(told)
            .map((line) => `${line}\n`)
            .join(''),
        );
        told = entries.length;
        expect((await fleet.stowage('plan', '--detailed-exitcode')).stdout).toContain('nothing to do');
      });
    }
  });
}

function folders(parent: string): string[] {
  return readdirSync(parent)
    .filter((name) => !name.includes('.'))
    .sort();
}

/** The journal as git tells it, oldest first; none before the first apply. */
function subjects(fleet: TestFleet): string[] {
  if (fleet.git('branch', '--list', 'stowage/state') === '') return [];
  return fleet.git('log', '--reverse', '--format=%s', 'stowage/state').trim().split('\n');
}

/** Everything a person saw; digests change with every version of the tool. */
function printed({ stdout, stderr, status }: Outcome): string {
  return `${stdout}${stderr}exit ${status}\n`.replace(/sha256:[0-9a-f]{64}/g, 'sha256:…');
}
