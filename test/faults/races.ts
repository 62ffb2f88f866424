import { isHeld } from './is-held.ts';
import type { Faults } from './kills.ts';
import { disorder, names } from './kills.ts';
import type { Random } from '../../src/packing/random.ts';
import type { Ended } from './site.ts';
import { Site } from './site.ts';

/** Many applies of different changes at once, round after round. */
export interface Races {
  readonly mortal: string;
  readonly processes: number;
  readonly rounds: number;
  readonly random: Random;
  /** One of them is held past its lease, somewhere after it took it. */
  readonly pausing: boolean;
}

/** Others may take the lease over so long after its holder fell silent, the grace for clocks included. */
const LEASE_SECONDS = 2;
const PAUSE_MS = 20_000;
/** Where every process has planned and none has begun: it takes the lease next. */
const AT_THE_LINE = 'before lease.take';
/** How many points a process of one change passes from there to its end. */
const POINTS = 16;
const APPLY = ['apply', '--yes', '--lock-wait', '300'];
/** Done; or refused because the lease was lost while it was held. */
const HONEST = [0, 6];

/**
 * Lets processes plan on one state, each a host of its own, then lets them all go at once. Says what is lost, doubled,
 * unknown or told wrongly, and which process was wrong about what it did.
 */
export async function raced({ mortal, processes, rounds, random, pausing }: Races): Promise<Faults> {
  const site = await Site.open(mortal);
  try {
    const faults: string[] = [];
    const folders = names(processes).map((name) => site.work(name, []));
    await site.run(folders[0] ?? '', APPLY);
    const all: string[] = [];
    for (let round = 1; round <= rounds; round++) {
      const own = names(processes).map((name) => `r${round}-${name}`);
      const held = pausing ? Math.floor(random() * processes) : -1;
      const pause = 1 + Math.floor(random() * POINTS);
      const ends = await race(site, folders, (nth) => [...all, own[nth] ?? ''], held, pause);
      all.push(...own);
      const found = ends.flatMap((end, nth) => wrong(end, own[nth] ?? '', nth === held, site));
      // A person applies again what was refused; everybody's changes are merged by then.
      for (const folder of folders) site.declare(folder, all);
      const last = await site.run(folders[0] ?? '', APPLY, { leaseSeconds: LEASE_SECONDS });
      if (last.status !== 0) found.push(`the apply after it ended with ${last.status}: ${last.stderr}`);
      found.push(...(await disorder(site, folders[0] ?? '', all)));
      faults.push(...found.map((fault) => `round ${round}, held ${held} after ${pause}: ${fault}`));
    }
    return faults;
  } finally {
    await site.remove();
  }
}

async function race(
  site: Site,
  folders: readonly string[],
  hostsOf: (nth: number) => readonly string[],
  held: number,
  pause: number,
): Promise<Ended[]> {
  const runs = folders.map((folder, nth) => {
    site.declare(folder, hostsOf(nth));
    site.catchUp(folder);
    const holdAfter = nth === held ? pause : 0;
    return site.start(folder, APPLY, { holdAt: AT_THE_LINE, holdAfter, leaseSeconds: LEASE_SECONDS });
  });
  await Promise.all(runs.map(({ child }) => isHeld(child)));
  for (const { child } of runs) child.kill('SIGCONT');
  const late = runs[held];
  if (late) {
    await Promise.race([isHeld(late.child), late.ended]);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    late.child.kill('SIGCONT');
  }
  return await Promise.all(runs.map(({ ended }) => ended));
}

/** A process that says it is done is done; one that was not held has no reason to say anything else. */
function wrong({ status, stderr }: Ended, host: string, held: boolean, site: Site): string[] {
  const there = site.ground.machines().includes(host);
  if (status === 0 && !there) return [`the apply of ${host} says it is done, and there is no machine`];
  if (status === 0 || (held && HONEST.includes(status ?? -1))) return [];
  return [`the apply of ${host} ended with ${status}: ${stderr.trim().split('\n').slice(-3).join(' | ')}`];
}
