import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { ActionWatch } from './action-watch.ts';
import { OutOfSight } from './action-watch.ts';
import type { Action, Server } from './api-types.ts';
import type { HetznerApi } from './hetzner-api.ts';
import type { Standing } from './make-server.ts';

const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 5000;

/**
 * Waits until a server that was just ordered runs. Where the vendor cannot make it run, what it made of it goes again, so
 * that nothing stays behind, and the failure is the vendor's.
 */
export async function finishServer(
  api: HetznerApi,
  watch: ActionWatch,
  standing: Standing,
  signal: AbortSignal,
): Promise<Server> {
  try {
    return await runningServer(api, watch, standing, signal);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    await clearAway(api, watch, standing.server, error);
    // Whatever the vendor did of it is undone.
    if (error.failure !== 'ambiguous') throw error;
    throw new ProviderFailure('transient', error.message, error.hint);
  }
}

/**
 * Waits until a server runs. It is there and ours, so it is the answer even where it gets out of sight; fails only where
 * the vendor says that it cannot be.
 */
export async function runningServer(
  api: HetznerApi,
  watch: ActionWatch,
  { server, actions }: Standing,
  signal: AbortSignal,
): Promise<Server> {
  if (!actions && server.status === 'running') return server;
  try {
    await watch.finished(actions ?? (await madeBy(api, server)), signal);
  } catch (error) {
    if (error instanceof OutOfSight) return server;
    throw error;
  }
  if (actions) return { ...server, status: 'running' };
  return (await readOrNull(api, server)) ?? server;
}

/** What the vendor does to make a server, or did in vain. */
async function madeBy(api: HetznerApi, { id }: Server): Promise<Action[]> {
  const query = { status: ['running', 'error'] };
  try {
    const actions = await api.all<Action>(`/servers/${id}/actions`, 'actions', query);
    // A start that failed one day says nothing of the server; a creation that failed does.
    return actions.filter(
      ({ command, status }) =>
        command === 'create_server' || (command === 'start_server' && status === 'running'),
    );
  } catch (error) {
    throw new OutOfSight(error instanceof Error ? error.message : String(error));
  }
}

async function readOrNull(api: HetznerApi, { id }: Server): Promise<Server | null> {
  return await api.server(String(id)).catch(() => null);
}

async function clearAway(api: HetznerApi, watch: ActionWatch, { id, name }: Server, why: ProviderFailure) {
  try {
    await deleteServer(api, watch, id);
  } catch (error) {
    const more = error instanceof Error ? error.message : String(error);
    const message = `${why.message}; and server ${id} (${name}) could not be deleted: ${more}`;
    throw new ProviderFailure('ambiguous', message, 'delete that server in the Hetzner console');
  }
}

/** Deletes a server, and waits until it is gone. */
export async function deleteServer(api: HetznerApi, watch: ActionWatch, id: number, signal?: AbortSignal) {
  const action = await api.delete(id, signal);
  if (action) return await watch.finished([action], signal);
  for (
    let ms = FIRST_LOOK_MS;
    (await api.server(String(id), signal)) !== null;
    ms = Math.min(ms * 2, LAST_LOOK_MS)
  ) {
    await wait(ms, signal);
  }
}
