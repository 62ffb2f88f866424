import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode } from '../../src/model/exit-code.ts';
import { GRACE_SECONDS } from '../../src/model/lease-expired.ts';
import type { Random } from '../../src/packing/random.ts';
import type { OpenGround } from './grounds/ground.ts';
import type { Fate } from './site.ts';
import { settled } from './settled.ts';
import { Site } from './site.ts';

/** What went wrong at a site; empty when all is well. */
export type Faults = readonly string[];

/** How an apply is to be killed, again and again. */
export interface Kills {
  readonly mortal: string;
  readonly hosts: number;
  /** How each run in turn is to end; after them one runs to its end. */
  readonly fates: readonly Fate[];
  readonly latencyMs?: readonly [number, number];
  readonly ground?: OpenGround;
}

/** The points that an apply of so many hosts passes when nothing goes wrong. */
export async function pointsOf(mortal: string, hosts: number, ground?: OpenGround): Promise<string[]> {
  const site = await Site.open(mortal, ground);
  try {
    const trace = join(site.folder, 'trace');
    const { status, stderr } = await site.run(site.work('work', names(hosts)), ['apply', '--yes'], { trace });
    if (status !== 0) throw new Error(`a run without any fault failed: ${stderr}`);
    return readFileSync(trace, 'utf8').trim().split('\n');
  } finally {
    await site.remove();
  }
}

/** How often an apply of so many hosts runs git. */
export async function gitRunsOf(mortal: string, hosts: number, ground?: OpenGround): Promise<number> {
  const site = await Site.open(mortal, ground);
  try {
    await site.run(site.work('work', names(hosts)), ['apply', '--yes'], { git: { nth: 0, when: 'before' } });
    return site.gitRuns();
  } finally {
    await site.remove();
  }
}

/** Kills applies of one fleet, lets one end, and says what is lost, doubled, unknown or told wrongly. */
export async function killed({ mortal, hosts, fates, latencyMs = [0, 20], ground }: Kills): Promise<Faults> {
  const site = await Site.open(mortal, ground);
  try {
    site.ground.slow(latencyMs);
    const folder = site.work('work', names(hosts));
    for (const fate of fates) await site.run(folder, APPLY, { leaseSeconds: DEAD_AT_ONCE, ...fate });
    let last = await site.run(folder, APPLY, { leaseSeconds: DEAD_AT_ONCE });
    // A push that outlived its process made the branch on the remote; the error says how to get it, and a person does.
    if (last.stderr.includes('error state.missing'))
      last = await site.run(folder, APPLY, { leaseSeconds: DEAD_AT_ONCE });
    if (last.status === ExitCode.Unresolved && (await settled(site, folder)) > 0)
      last = await site.run(folder, APPLY, { leaseSeconds: DEAD_AT_ONCE });
    return [
      ...(last.status === 0 ? [] : [`the last apply ended with ${last.status}: ${last.stderr.trim()}`]),
      ...(await disorder(site, folder, names(hosts))),
    ];
  } finally {
    await site.remove();
  }
}

/** Where machines, recorded state and journal are not what the manifests ask for. */
export async function disorder(site: Site, folder: string, hosts: readonly string[]): Promise<string[]> {
  const counts = tally(site.ground.machines());
  const made = tally(site.ground.effects());
  const plan = await site.run(folder, ['plan', '-o', 'json', '--detailed-exitcode']);
  const left = await site.run(folder, ['resolve', '-o', 'json']);
  const { entries } = JSON.parse((await site.run(folder, ['journal', 'list', '-o', 'json'])).stdout) as {
    entries: readonly { subject: string; compute: string | null }[];
  };
  const told = tally(
    entries.filter(({ subject }) => subject.startsWith('add Host')).map(({ compute }) => compute ?? ''),
  );
  return [
    ...hosts.filter((name) => !counts.has(name)).map((name) => `${name} is lost`),
    ...[...counts].filter(([, count]) => count > 1).map(([name, count]) => `${name} is there ${count} times`),
    ...[...counts.keys()].filter((name) => !hosts.includes(name)).map((name) => `${name} is nobody's`),
    ...[...made].filter(([, count]) => count > 1).map(([what, count]) => `${what} ${count} times`),
    ...hosts
      .filter((name) => told.get(name) !== 1)
      .map((name) => `the journal tells ${told.get(name) ?? 0} times of ${name}`),
    ...(plan.status === 0
      ? []
      : [`a plan afterwards is not empty (exit ${plan.status}): ${plan.stderr.trim()}`]),
    ...(left.status === 0 && left.stdout.includes('"intents": []')
      ? []
      : [`unfinished: ${left.stdout.trim()}`]),
    ...site.ground.violations(),
  ];
}

/** Points drawn at random, seldom twice near the same place. */
export function drawn(count: number, most: number, random: Random): number[] {
  return Array.from({ length: count }, () => 1 + Math.floor(random() * most));
}

/** `h-01`, `h-02` and so on. */
export function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `h-${String(index + 1).padStart(2, '0')}`);
}

function tally(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Less than the grace that clocks are granted: whoever comes next need not wait for the dead. */
const DEAD_AT_ONCE = -GRACE_SECONDS;
const APPLY = ['apply', '--yes', '--lock-wait', '60'];
