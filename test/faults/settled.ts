import type { Site } from './site.ts';

/** Settles what nobody can tell as the person does who looks at the ground, and counts it; none where nobody looks. */
export async function settled(site: Site, folder: string): Promise<number> {
  const { ground } = site;
  if (!ground.settle) return 0;
  const { stdout } = await site.run(folder, ['resolve', '-o', 'json']);
  const { intents } = JSON.parse(stdout) as { intents: readonly { intent: string; unresolved: unknown }[] };
  const parked = intents.filter(({ unresolved }) => unresolved !== null);
  for (const unfinished of parked) {
    const decision = ground.settle(unfinished);
    const { status, stderr } = await site.run(folder, ['resolve', unfinished.intent, ...decision]);
    if (status !== 0) throw new Error(`resolve ${decision.join(' ')} ended with ${status}: ${stderr}`);
  }
  return parked.length;
}
