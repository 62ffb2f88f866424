import { ExitCode } from '../../src/model/exit-code.ts';
import { GRACE_SECONDS } from '../../src/model/lease-expired.ts';
import type { OpenGround } from './grounds/ground.ts';
import type { Faults } from './kills.ts';
import { disorder, names } from './kills.ts';
import { settled } from './settled.ts';
import { Site } from './site.ts';

/** A fleet that lives from its first order to its last machine, killed all along the way. */
export interface Lifecycle {
  readonly mortal: string;
  readonly hosts: number;
  readonly ground?: OpenGround;
  /** An apply is killed at the first point, the next at the one so much further on, and so forth. */
  readonly stride?: number;
  readonly say?: (line: string) => void;
}

interface Phase {
  readonly what: string;
  readonly hosts: readonly string[];
  /** What each Host has besides. */
  readonly about: (host: string) => string;
}

const SERVICE = `---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { replicas: 2, resources: { min: { cores: 1 } }, placement: { spreadMax: 1 } } }
`;

/**
 * Orders hosts, changes them, drains one and gives all back, each by `validate`, `plan` and `apply` alone. Every apply is
 * killed again and again, a little further on each time, until one gets through. Says what was wrong after each phase.
 */
export async function lived({ mortal, hosts, ground, stride = 1, say }: Lifecycle): Promise<Faults> {
  const site = await Site.open(mortal, ground);
  const all = names(hosts);
  const tags = (host: string): string => `, hostname: ${host}.example.org, tags: { env: prod }`;
  const phases: Phase[] = [
    { what: 'order', hosts: all, about: () => '' },
    { what: 'change', hosts: all, about: tags },
    {
      what: 'drain',
      hosts: all,
      about: (host) => tags(host) + (host === all[0] ? ', state: maintenance' : ''),
    },
    { what: 'give back', hosts: [], about: tags },
  ];
  const faults: string[] = [];
  try {
    site.ground.slow([0, 10]);
    const folder = site.work('work', []);
    for (const { what, hosts: wanted, about } of phases) {
      site.declare(folder, wanted, wanted.length > 0 ? SERVICE : '', about);
      for (const verb of ['validate', 'plan']) {
        const { status, stdout, stderr } = await site.run(folder, [verb]);
        if (status !== 0) faults.push(`${what}: ${verb} ended with ${status}: ${stdout}${stderr}`);
      }
      const complain = (fault: string) => faults.push(`${what}: ${fault}`);
      const { kills, decisions } = await appliedAtLast(site, folder, stride, complain);
      const byHand = decisions > 0 ? `; ${decisions} settled by a person` : '';
      say?.(`${what}: ${kills} applies killed, then one got through${byHand}`);
      const wrong = await disorder(site, folder, wanted);
      faults.push(...wrong.map((fault) => `${what}: ${fault}`));
      if (faults.length > 0) break;
    }
    return faults;
  } finally {
    await site.remove();
  }
}

/** Applies until one ends by itself, and counts those that died, and what a person had to settle in between. */
async function appliedAtLast(
  site: Site,
  folder: string,
  stride: number,
  complain: (fault: string) => void,
): Promise<{ kills: number; decisions: number }> {
  let kills = 0;
  for (let decisions = 0; ;) {
    const fate = { dieAt: 1 + kills * stride, leaseSeconds: -GRACE_SECONDS };
    const { status, signal, stderr } = await site.run(folder, ['apply', '--yes', '--lock-wait', '60'], fate);
    if (signal === 'SIGKILL') {
      kills++;
      continue;
    }
    const decided = status === ExitCode.Unresolved ? await settled(site, folder) : 0;
    decisions += decided;
    if (decided > 0) continue;
    if (status !== 0) complain(`an apply after ${kills} kills ended with ${status}: ${stderr.trim()}`);
    return { kills, decisions };
  }
}
