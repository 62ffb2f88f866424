import type { Secret } from '../../model/secret.ts';
import type { ApiCall } from '../http/api-client.ts';
import { ApiClient } from '../http/api-client.ts';
import type { Allowance } from '../http/pace.ts';
import type { HttpAnswer } from '../http/send.ts';
import type {
  ApiRequest,
  Datacenter,
  IpBlock,
  Label,
  Lan,
  RequestStatus,
  Server,
  Volume,
} from './api-types.ts';
import { failureOf, Refusal } from './failure-of.ts';

/** The most that every list of the API gives at once. */
const PER_PAGE = 1000;

/** What stands there has an id, which what is asked for has not. */
export type Standing<T> = T & { readonly id: string };

/** A server that is being made, and the request that makes it; null where its id did not come along. */
export interface Accepted {
  readonly server: Standing<Server>;
  readonly request: string | null;
}

interface Page<T> {
  readonly items?: T[];
  readonly _links?: { readonly next?: string };
}

type Query = NonNullable<ApiCall['query']>;

/** IONOS's Cloud API v6, in its own words. Fails with ProviderFailure; an answer that is a refusal is a Refusal. */
export class IonosApi {
  readonly #client: ApiClient;

  constructor(endpoint: string, credentials: () => Promise<Secret>) {
    this.#client = new ApiClient({
      endpoint: endpoint.replace(/\/+$/, ''),
      credentials,
      authorize: (token) => ({ authorization: `Bearer ${token}` }),
      failureOf,
      isTooMany: ({ status }) => status === 429,
      allowanceOf,
    });
  }

  async call<T>(call: ApiCall, signal?: AbortSignal): Promise<T> {
    return (await this.#client.call(call, signal)).body as T;
  }

  /** What one GET answers; null where there is nothing, or nothing to be seen yet. */
  async find<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T | null> {
    return await orNull(this.call<T>({ method: 'GET', path, query }, signal));
  }

  /** A list that has no pages. */
  async items<T>(path: string, query: Query): Promise<T[]> {
    return (await this.call<Page<T>>({ method: 'GET', path, query })).items ?? [];
  }

  /** Everything of a list, page by page. */
  async all<T>(path: string, query: Query, signal?: AbortSignal): Promise<Standing<T>[]> {
    const found: Standing<T>[] = [];
    for (;;) {
      const asked = { ...query, offset: found.length, limit: PER_PAGE };
      const page = await this.call<Page<Standing<T>>>({ method: 'GET', path, query: asked }, signal);
      const { items = [] } = page;
      found.push(...items);
      // The vendor may give less at once than was asked for.
      const isLast = page._links?.next === undefined && items.length < PER_PAGE;
      if (isLast || items.length === 0) return found;
    }
  }

  datacenters = () => this.all<Datacenter>('/datacenters', { depth: 1 });

  /** With their volumes and network cards: one level deeper in a list than alone. */
  servers = (datacenter: string) => this.all<Server>(`/datacenters/${datacenter}/servers`, { depth: 4 });

  server(datacenter: string, id: string, signal?: AbortSignal): Promise<Standing<Server> | null> {
    return this.find(`/datacenters/${datacenter}/servers/${encodeURIComponent(id)}`, { depth: 3 }, signal);
  }

  /** None where the virtual data centre is gone. */
  volumes = async (datacenter: string, signal?: AbortSignal) =>
    (await orNull(this.all<Volume>(`/datacenters/${datacenter}/volumes`, { depth: 1 }, signal))) ?? [];

  lans = (datacenter: string) => this.all<Lan>(`/datacenters/${datacenter}/lans`, { depth: 1 });

  ipBlocks = (signal?: AbortSignal) => this.all<IpBlock>('/ipblocks', { depth: 1 }, signal);

  labels = () => this.items<Label>('/labels', { depth: 1 });

  /** The requests that asked for something whose body has a text in it. */
  posted(text: string, signal?: AbortSignal): Promise<Standing<ApiRequest>[]> {
    return this.all('/requests', { 'filter.method': 'POST', 'filter.body': text, depth: 2 }, signal);
  }

  request = (id: string) => this.find<Standing<ApiRequest>>(`/requests/${id}`, { depth: 2 });

  requestStatus = (id: string, signal?: AbortSignal) =>
    this.find<RequestStatus>(`/requests/${id}/status`, {}, signal);

  /** Asks for a server, once: a reply that is lost is the caller's affair. */
  async create(datacenter: string, body: Server, signal: AbortSignal): Promise<Accepted> {
    const path = `/datacenters/${datacenter}/servers`;
    const answer = await this.#client.call({ method: 'POST', path, query: { depth: 3 }, body }, signal);
    return { server: answer.body as Standing<Server>, request: requestOf(answer) };
  }

  /** The request that changes something, or that takes it away; null where it is gone already, or no id came along. */
  async change(call: ApiCall, signal?: AbortSignal): Promise<string | null> {
    const answer = await orNull(this.#client.call(call, signal));
    return answer && requestOf(answer);
  }
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null;
    throw error;
  }
}

/** The host of `Location` is the vendor's own, also behind a gateway: only the id is of use. */
function requestOf({ headers }: HttpAnswer): string | null {
  return /\/requests\/([^/]+)\/status/.exec(headers.get('location') ?? '')?.[1] ?? null;
}

/** So many requests come back per minute, up to the burst. */
function allowanceOf(headers: Headers): Allowance | null {
  const [perMinute, burst, remaining] = ['Limit', 'Burst', 'Remaining'].map((name) =>
    headers.get(`X-RateLimit-${name}`),
  );
  if (!perMinute || !burst || !remaining) return null;
  const spent = Math.max(Number(burst) - Number(remaining), 0);
  return {
    limit: Number(burst),
    remaining: Number(remaining),
    fullInMs: (spent / Number(perMinute)) * 60_000,
  };
}
