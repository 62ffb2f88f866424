import type { Join } from '../apply/do-task.ts';
import { remoteAccess } from './remote-access.ts';
import type { Context } from './context.ts';
import { discreetly } from './discreetly.ts';
import type { OpenFleet } from './open-fleet.ts';

/** Makes machines of a fleet join their clusters; nothing it fails with holds a token. */
export function clusterJoin(context: Context, { workspace, project }: OpenFleet): Join {
  return async (machine, cluster, signal) => {
    const { joinCluster } = await import('../kubernetes/join-cluster.ts');
    const access = remoteAccess(context, workspace.root, project);
    const remember = (secret: string): void => context.revealed.remember(secret);
    await discreetly(
      () => joinCluster(machine, cluster, { ...access, remember }, signal),
      (text) => context.revealed.scrub(text),
    );
  };
}
