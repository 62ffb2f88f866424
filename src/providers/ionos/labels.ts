import { backoff, wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { ServerLabel } from './api-types.ts';
import { Refusal } from './failure-of.ts';
import type { IonosApi } from './ionos-api.ts';
import type { Labels } from './marks.ts';

const ATTEMPTS = 3;

/** The labels of all servers, or IP blocks, of the contract, by the id of what has them. */
export async function labelsOfAll(
  api: IonosApi,
  type: 'server' | 'ipblock',
): Promise<ReadonlyMap<string, Labels>> {
  const byId = new Map<string, Record<string, string>>();
  for (const { properties } of await api.labels()) {
    const { key, value = '', resourceId, resourceType } = properties;
    if (resourceType !== type || key === undefined || resourceId === undefined) continue;
    const labels = byId.get(resourceId) ?? {};
    labels[key] = value;
    byId.set(resourceId, labels);
  }
  return byId;
}

/** The labels of what is at a path; null where nothing is. */
export async function labelsAt(api: IonosApi, path: string, signal?: AbortSignal): Promise<Labels | null> {
  const found = await api.find<{ items?: ServerLabel[] }>(`${path}/labels`, { depth: 1 }, signal);
  if (!found) return null;
  return Object.fromEntries(
    (found.items ?? []).map(({ properties: { key = '', value = '' } }) => [key, value] as const),
  );
}

/**
 * Gives labels to what is at a path, in their order; its own stay. Done again, it goes on where it was. Answers with all
 * its labels.
 */
export async function labelAt(
  api: IonosApi,
  path: string,
  wanted: readonly (readonly [key: string, value: string])[],
  signal: AbortSignal,
): Promise<Labels> {
  for (let attempt = 1; ; attempt++) {
    const labels = (await labelsAt(api, path, signal)) ?? {};
    const missing = wanted.filter(([key, value]) => labels[key] !== value);
    if (missing.length === 0) return labels;
    if (attempt > ATTEMPTS) throw notKept(path);
    try {
      for (const [key, value] of missing) await setLabel(api, path, key, value, key in labels, signal);
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.failure === 'permission') throw error;
      // It may be there although the reply was lost, or because somebody was quicker.
      const mayBeThere = error.failure === 'ambiguous' || error instanceof Refusal;
      if (!mayBeThere || attempt === ATTEMPTS) throw asTransient(error);
      await wait(backoff(attempt), signal);
    }
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
