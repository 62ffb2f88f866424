import type { Project } from '../model/project.ts';
import type { RemoteAccess } from '../remote/remote-access.ts';
import type { Context } from './context.ts';
import { secretAt } from './secret-at.ts';

/** The way to a fleet's machines, as its settings say. */
export function remoteAccess(context: Context, root: string, { spec: { ssh } }: Project): RemoteAccess {
  return context.openRemote(ssh, secretAt(ssh.identity, 'the SSH identity of the fleet', context, root));
}
