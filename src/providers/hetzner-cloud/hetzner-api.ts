import type { Secret } from '../../model/secret.ts';
import type { ApiCall } from '../http/api-client.ts';
import { ApiClient } from '../http/api-client.ts';
import type { Allowance } from '../http/pace.ts';
import type { Action, Pagination, PrimaryIp, Server, ServerRequest } from './api-types.ts';
import { codeOf, failureOf, Refusal } from './failure-of.ts';

/** The most that the API gives at once. */
const PER_PAGE = 50;

export type Query = NonNullable<ApiCall['query']>;

/** Hetzner Cloud's API, in its own words. Fails with ProviderFailure; a refusal that has a code is a Refusal. */
export class HetznerApi {
  readonly #client: ApiClient;

  constructor(endpoint: string, credentials: () => Promise<Secret>) {
    this.#client = new ApiClient({
      endpoint: endpoint.replace(/\/+$/, ''),
      credentials,
      authorize: (token) => ({ authorization: `Bearer ${token}` }),
      failureOf,
      isTooMany: (answer) => answer.status === 429 || codeOf(answer) === 'rate_limit_exceeded',
      allowanceOf,
    });
  }

  /** What one call answers. */
  async call<T>(call: ApiCall, signal?: AbortSignal): Promise<T> {
    return (await this.#client.call(call, signal)).body as T;
  }

  /** Everything of a list, page by page. */
  async all<T>(path: string, name: string, query: Query = {}, signal?: AbortSignal): Promise<T[]> {
    const found: T[] = [];
    for (let page: number | null = 1; page !== null;) {
      type Page = Record<string, T[]> & { meta: { pagination: Pagination } };
      const asked: ApiCall = { method: 'GET', path, query: { ...query, page, per_page: PER_PAGE } };
      const answer: Page = await this.call<Page>(asked, signal);
      found.push(...(answer[name] ?? []));
      page = answer.meta.pagination.next_page;
    }
    return found;
  }

  servers(query: Query = {}, signal?: AbortSignal): Promise<Server[]> {
    return this.all('/servers', 'servers', query, signal);
  }

  /** Null where there is none of this id. */
  async server(id: string, signal?: AbortSignal): Promise<Server | null> {
    if (!/^\d+$/.test(id)) return null;
    return (await this.#find<{ server: Server }>(`/servers/${id}`, signal))?.server ?? null;
  }

  /** Null where there is none of this id, or none any more: an address may go with its server. */
  async primaryIp(id: number, signal?: AbortSignal): Promise<PrimaryIp | null> {
    const found = await this.#find<{ primary_ip: PrimaryIp }>(`/primary_ips/${id}`, signal);
    return found?.primary_ip ?? null;
  }

  /** Asks for a server, once: a reply that is lost is the caller's affair. */
  async create(body: ServerRequest, signal: AbortSignal): Promise<{ server: Server; actions: Action[] }> {
    type Created = { server: Server; action: Action; next_actions: Action[] };
    const created = await this.call<Created>({ method: 'POST', path: '/servers', body }, signal);
    return { server: created.server, actions: [created.action, ...created.next_actions] };
  }

  async relabel(id: number, labels: Record<string, string>, signal: AbortSignal): Promise<Server> {
    const call: ApiCall = { method: 'PUT', path: `/servers/${id}`, body: { labels } };
    return (await this.call<{ server: Server }>(call, signal)).server;
  }

  /** Null where it is gone already. */
  async delete(id: number, signal?: AbortSignal): Promise<Action | null> {
    try {
      const answer = await this.call<{ action?: Action }>(
        { method: 'DELETE', path: `/servers/${id}` },
        signal,
      );
      return answer.action ?? null;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found') return null;
      throw error;
    }
  }

  async #find<T>(path: string, signal?: AbortSignal): Promise<T | null> {
    try {
      return await this.call<T>({ method: 'GET', path }, signal);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found') return null;
      throw error;
    }
  }
}

/** `RateLimit-Reset` is the second at which all requests are there again; by the vendor's own clock. */
function allowanceOf(headers: Headers): Allowance | null {
  const [limit, remaining, reset] = ['Limit', 'Remaining', 'Reset'].map((name) =>
    headers.get(`RateLimit-${name}`),
  );
  if (!limit || !remaining || !reset) return null;
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  return {
    limit: Number(limit),
    remaining: Number(remaining),
    fullInMs: Math.max(0, Number(reset) * 1000 - now),
  };
}
