import type { Marker } from '../../model/machine.ts';
import { backoff, wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Label, ServerLabel } from './api-types.ts';
import { Refusal } from './failure-of.ts';
import type { IonosApi } from './ionos-api.ts';
import type { Labels } from './marks.ts';
import { LABELS, markValue } from './marks.ts';

const ATTEMPTS = 3;

/** The labels of all servers of the contract, by the server's id. */
export async function labelsOfServers(api: IonosApi): Promise<ReadonlyMap<string, Labels>> {
  const byServer = new Map<string, Record<string, string>>();
  for (const { properties } of await api.labels()) {
    const { key, value, resourceId, resourceType } = properties satisfies Label['properties'];
    if (resourceType !== 'server' || key === undefined || resourceId === undefined) continue;
    const labels = byServer.get(resourceId) ?? {};
    labels[key] = value ?? '';
    byServer.set(resourceId, labels);
  }
  return byServer;
}

/** The labels of one server, below the path of the server. */
export async function labelsOf(api: IonosApi, path: string, signal?: AbortSignal): Promise<Labels> {
  const found = await api.find<{ items?: ServerLabel[] }>(`${path}/labels`, { depth: 1 }, signal);
  return Object.fromEntries(
    (found?.items ?? []).map(({ properties: { key = '', value = '' } }) => [key, value] as const),
  );
}

/**
 * Marks a server that is taken over; its own labels stay. The one for the intent comes last, so that a server counts as
 * marked with all of them or not at all. Done again, it goes on where it was.
 */
export async function labelServer(
  api: IonosApi,
  path: string,
  host: string,
  { fleet, uid, intent }: Marker,
  signal: AbortSignal,
): Promise<Labels> {
  const wanted = { fleet, uid, host, intent };
  const values = Object.entries(wanted).map(
    ([part, text]) => [LABELS[part as keyof typeof wanted], markValue(text)] as const,
  );
  for (let attempt = 1; ; attempt++) {
    const labels = await labelsOf(api, path, signal);
    const missing = values.filter(([key, value]) => labels[key] !== value);
    if (missing.length === 0) return labels;
    try {
      for (const [key, value] of missing) await setLabel(api, path, key, value, key in labels, signal);
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.failure === 'permission') throw error;
      // It may be there although the reply was lost, or because somebody was quicker.
      const mayBeThere = error.failure === 'ambiguous' || error instanceof Refusal;
      if (!mayBeThere || attempt === ATTEMPTS) throw asTransient(error);
      await wait(backoff(attempt), signal);
    }
    if (attempt > ATTEMPTS) throw notKept(path);
  }
}

async function setLabel(
  api: IonosApi,
  path: string,
  key: string,
  value: string,
  isThere: boolean,
  signal: AbortSignal,
): Promise<void> {
  const body: ServerLabel = { properties: { key, value } };
  if (isThere) await api.call({ method: 'PUT', path: `${path}/labels/${key}`, body }, signal);
  else await api.call({ method: 'POST', path: `${path}/labels`, body }, signal);
}

/** Labels cost nothing and are written again without harm. */
function asTransient(error: ProviderFailure): ProviderFailure {
  if (error.failure !== 'ambiguous') return error;
  return new ProviderFailure('transient', error.message, 'nothing was ordered; apply again');
}

function notKept(path: string): ProviderFailure {
  const message = `the labels of ${path} are not to be seen after they were written`;
  return new ProviderFailure('transient', message, 'nothing was ordered; apply again');
}
