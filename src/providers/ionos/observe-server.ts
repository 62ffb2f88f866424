import type { Intent } from '../../model/intent.ts';
import type { Marker } from '../../model/machine.ts';
import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Observation } from '../provider.ts';
import type { Server } from './api-types.ts';
import { clearAway } from './clear-away.ts';
import { clearLeftovers } from './clear-leftovers.ts';
import { findServer } from './find-server.ts';
import { finishServer } from './finish-server.ts';
import type { IonosApi, Standing } from './ionos-api.ts';
import type { ServersIn } from './look-for.ts';
import { lookFor } from './look-for.ts';
import type { HostKeyOf } from './machine-of.ts';
import { machineOf } from './machine-of.ts';
import { pendingOf } from './making.ts';
import { isOf, markerOf } from './marks.ts';
import type { Place } from './places.ts';

/** What an intent is looked for with. */
export interface Looking {
  readonly api: IonosApi;
  readonly serversIn: ServersIn;
  readonly places: readonly Place[];
  readonly quietMs: number;
  readonly hostKeyOf: HostKeyOf;
}

/** So long a server that is being made is waited for, when nothing but its request can be seen. */
const PATIENCE_MS = 10 * 60_000;

/**
 * What became of an intent. What a dead run left half done of it, and would cost without being anybody's, goes: the rest
 * of a request that failed, and what hung on a server that is deleted.
 */
export async function observeServer(looking: Looking, intent: Intent, fleet: string): Promise<Observation> {
  const { id, uid, step } = intent;
  const before = step.effect.of === 'object' ? step.effect.before : null;
  const known = before?.status['machine'];
  const { adopt } = step.order ?? {};
  const mark = { fleet, intent: id, uid };
  if (step.verb === 'delete')
    return await standing(looking, typeof known === 'string' ? known : '', { fleet, uid });
  if (adopt !== undefined) return await takenOver(looking, adopt, mark);
  const first = await made(looking, mark);
  if (first.found !== 'nothing') return first;
  // What was asked for last may not be seen yet.
  await wait(looking.quietMs);
  return await made(looking, mark);
}

async function standing(
  { api, places, hostKeyOf }: Looking,
  id: string,
  mark: Pick<Marker, 'fleet' | 'uid'>,
): Promise<Observation> {
  const found = await findServer(api, places, id);
  if (!found) {
    await clearLeftovers(api, places, mark);
    return { found: 'nothing' };
  }
  const machine = machineOf(found.server, found.place, hostKeyOf, found.labels);
  if (isOf(found.marker, mark)) return { found: 'ours', machine };
  return { found: 'unclear', why: `server ${id} carries another mark`, candidates: [machine] };
}

async function takenOver(
  { api, places, hostKeyOf }: Looking,
  id: string,
  mark: Marker,
): Promise<Observation> {
  const found = await findServer(api, places, id);
  if (!found || !isOf(found.marker, mark)) return { found: 'nothing' };
  return { found: 'ours', machine: machineOf(found.server, found.place, hostKeyOf, found.labels) };
}

async function made(looking: Looking, mark: Marker): Promise<Observation> {
  for (const place of looking.places) {
    const server = await madeIn(looking, place, mark);
    if (!server) continue;
    const machine = machineOf(server, place, looking.hostKeyOf);
    if (isOf(markerOf(server), mark)) return { found: 'ours', machine };
    const why = `server ${server.id} is being made for it, and cannot be seen yet`;
    return { found: 'unclear', why, candidates: [machine] };
  }
  return { found: 'nothing' };
}

async function madeIn(
  { api, serversIn, quietMs }: Looking,
  place: Place,
  marker: Marker,
): Promise<Standing<Server> | null> {
  const { server, request, failed } = await lookFor(api, serversIn, place, { ...marker });
  if (server && request) return server;
  if (request) {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const making = { api, serversIn, place, marker, quietMs, signal };
    return await finishServer(making, pendingOf(request, null)).catch((error: unknown) => {
      // It came to nothing, and nothing is left of it.
      if (error instanceof ProviderFailure && error.failure !== 'ambiguous') return null;
      throw error;
    });
  }
  for (const { id } of failed)
    await clearAway(api, place, { request: id, server }, marker, `request ${id} came to nothing`);
  return failed.length > 0 ? null : server;
}
