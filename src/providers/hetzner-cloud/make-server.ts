import type { Marker } from '../../model/machine.ts';
import { backoff, wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Action, Server, ServerRequest } from './api-types.ts';
import { Refusal } from './failure-of.ts';
import type { HetznerApi } from './hetzner-api.ts';
import { carries, hostOf, markerOf } from './marks.ts';

/** A server of ours, and what the vendor still does with it as far as is known; null where that is to be asked. */
export interface Standing {
  readonly server: Server;
  readonly actions: readonly Action[] | null;
}

const RECOVER =
  'fetch the state that knows it (git fetch origin stowage/state:stowage/state); if there is none any more, ' +
  'stowage import says how to bring the machine back';
const ATTEMPTS = 5;
/** Whoever looks again after this many pauses in one sees what was done before. */
const LAG = 3;

/**
 * Has a server made. The name arbitrates: of two requests one comes to nothing, so a request whose reply was lost may go
 * again once no server of the name is to be seen. One that carries our mark is the answer; another's is a conflict.
 */
export async function makeServer(
  api: HetznerApi,
  request: ServerRequest,
  marker: Marker,
  signal: AbortSignal,
): Promise<Standing> {
  let isLost = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return await api.create(request, signal);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      const code = error instanceof Refusal ? error.code : null;
      const isTaken = code === 'uniqueness_error';
      const isDefinite = !isTaken && error.failure !== 'ambiguous';
      if (isDefinite && !isLost && code !== 'unavailable') throw error;
      // What is refused now may have been granted before; that can be seen by the time of another look.
      if (isDefinite) await pause(LAG, request, error, signal);
      isLost = true;
      const server = await standing(api, request, marker, error);
      if (server) return { server, actions: null };
      if (isDefinite) throw error;
      if (attempt === ATTEMPTS) throw unknown(request, error);
      await pause(attempt, request, error, signal);
    }
  }
}

/** The server of our name, where it is ours and stays. Fails where it is another's, or cannot be looked for. */
async function standing(
  api: HetznerApi,
  request: ServerRequest,
  marker: Marker,
  why: ProviderFailure,
): Promise<Server | null> {
  const [server] = await api.servers({ name: request.name }).catch(() => {
    throw unknown(request, why);
  });
  if (!server) return null;
  if (!carries(server.labels, marker)) throw conflict(server, marker.fleet);
  return server.status === 'deleting' ? null : server;
}

async function pause(attempt: number, request: ServerRequest, why: ProviderFailure, signal: AbortSignal) {
  try {
    await wait(backoff(attempt), signal);
  } catch {
    throw unknown(request, why);
  }
}

function unknown({ name }: ServerRequest, { message }: ProviderFailure): ProviderFailure {
  const words = `nobody can tell yet whether server ${name} was made, and the next apply looks again: ${message}`;
  return new ProviderFailure('ambiguous', words, 'see the servers in the Hetzner console');
}

/** Says whose a server is that has the name which a fleet needs. */
export function conflict({ id, name, labels }: Server, fleet: string): ProviderFailure {
  const marker = markerOf(labels, fleet);
  const host = hostOf(labels) ?? 'a host';
  const isOurs = marker?.fleet === fleet;
  const whose = !marker
    ? 'stowage did not make it'
    : isOurs
      ? `it carries the mark of this very fleet, for ${host} by intent ${marker.intent}, and no record knows it`
      : `it belongs to ${host} of fleet ${marker.fleet}, by intent ${marker.intent}`;
  const message = `conflict: server ${id} has the name ${name} already; ${whose}`;
  return new ProviderFailure(
    'fatal',
    message,
    isOurs ? RECOVER : 'rename the host, adopt that server, or delete it',
  );
}
