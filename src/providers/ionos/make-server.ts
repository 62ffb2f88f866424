import { stopped, wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Server } from './api-types.ts';
import { clearAway } from './clear-away.ts';
import { finishServer } from './finish-server.ts';
import type { Standing } from './ionos-api.ts';
import { lookFor } from './look-for.ts';
import type { Making, Pending } from './making.ts';
import { pendingOf } from './making.ts';
import { unclear } from './unclear.ts';

/** How often a server is asked for: once more where nothing is to be seen of the first time. */
const ATTEMPTS = 2;

/**
 * Has a server made, once. Names are not unique here, so nothing but our own looking keeps one order from becoming two: a
 * request whose reply was lost goes again only where nothing of it is seen twice, with a quiet window between, and only
 * once. Answers with the server when the vendor is done, or as it was last seen where somebody stops it.
 */
export async function makeServer(making: Making, request: () => Promise<Server>): Promise<Standing<Server>> {
  const { api, serversIn, place, marker, signal } = making;
  const before = await lookFor(api, serversIn, place, marker, signal);
  // A run that died may have left something of them.
  for (const { id } of before.failed) {
    const left = { request: id, server: before.request ? null : before.server };
    await clearAway(api, place, left, marker, `request ${id} came to nothing`);
  }
  const standing = before.failed.length === 0 ? before.server : null;
  if (before.request || standing) {
    return await finishServer(making, pendingOf(before.request, standing));
  }
  const body = await request();
  if (signal.aborted) throw stopped();
  const known = new Set(before.failed.map(({ id }) => id));
  return await finishServer(making, await asked(making, body, known));
}

/** Asks for a server, and again where that is safe. */
async function asked(making: Making, body: Server, known: ReadonlySet<string>): Promise<Pending> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { server, request } = await making.api.create(making.place.id, body, making.signal);
      // As it was asked for, until it can be read.
      return { request, server: { ...body, ...server } };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.failure !== 'ambiguous') throw error;
      const trace = await traceOf(making, known, error);
      if (trace) return trace;
      if (attempt === ATTEMPTS) throw unclear(making, error.message);
    }
  }
}

/** What is to be seen of a request whose reply was lost, now or after a while; null where nothing is. */
async function traceOf(
  { api, serversIn, place, marker, quietMs, signal }: Making,
  known: ReadonlySet<string>,
  why: ProviderFailure,
): Promise<Pending | null> {
  const look = async () => {
    const { server, request, failed } = await lookFor(api, serversIn, place, marker, signal);
    const came = request ?? failed.find(({ id }) => !known.has(id)) ?? null;
    return came || server ? pendingOf(came, server) : null;
  };
  try {
    const seen = await look();
    if (seen) return seen;
    await wait(quietMs, signal);
    return await look();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    throw unclear({ marker, place }, `${why.message}; ${error.message}`);
  }
}
