import type { Secret } from '../../model/secret.ts';
import type { ApiCall } from '../http/api-client.ts';
import { ApiClient } from '../http/api-client.ts';
import { backoff, wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { errorOf, failureOf, ORDER, Refusal } from './failure-of.ts';
import { Login } from './login.ts';
import type { Cancellation, Key, Product, Rescue, ResetOptions, Server, Transaction } from './robot-types.ts';

/** How often a call is made that may be made again. */
const ATTEMPTS = 5;
/** A longer pause than this many seconds is the caller's affair. */
const PATIENCE_S = 60;

const form = (fields: Readonly<Record<string, string>>): URLSearchParams => new URLSearchParams(fields);

/** The Robot webservice, in its own words. Fails with ProviderFailure; a refusal that has a code is a Refusal. */
export class RobotApi {
  readonly #client: ApiClient;
  readonly #login: Login;

  constructor(endpoint: string, credentials: () => Promise<Secret>) {
    const base = endpoint.replace(/\/+$/, '');
    this.#login = new Login(base, credentials);
    this.#client = new ApiClient({
      endpoint: base,
      credentials,
      authorize: (secret) => ({ authorization: `Basic ${Buffer.from(secret).toString('base64')}` }),
      failureOf,
      isTooMany: (answer) => {
        const error = errorOf(answer);
        return error?.code === 'RATE_LIMIT_EXCEEDED' && (error.interval ?? Infinity) <= PATIENCE_S;
      },
      // It tells of a limit only when that is used up.
      allowanceOf: () => null,
    });
  }

  /** Orders, once: a reply that is lost is the caller's affair. */
  async order(body: URLSearchParams, signal?: AbortSignal): Promise<Transaction> {
    const call: ApiCall = { method: 'POST', path: ORDER, body };
    return (await this.#once<{ transaction: Transaction }>(call, signal)).transaction;
  }

  /** Adds a key, once. */
  async addKey(name: string, data: string, signal?: AbortSignal): Promise<void> {
    await this.#once({ method: 'POST', path: '/key', body: form({ name, data }) }, signal);
  }

  /** The orders of the last 30 days. */
  async transactions(signal?: AbortSignal): Promise<Transaction[]> {
    const found = await this.#get<{ transaction: Transaction }[]>(ORDER, signal);
    return (found ?? []).map(({ transaction }) => transaction);
  }

  async transaction(id: string, signal?: AbortSignal): Promise<Transaction | null> {
    const path = `${ORDER}/${encodeURIComponent(id)}`;
    return (await this.#get<{ transaction: Transaction }>(path, signal))?.transaction ?? null;
  }

  async product(id: string): Promise<Product | null> {
    const path = `/order/server/product/${encodeURIComponent(id)}`;
    return (await this.#get<{ product: Product }>(path))?.product ?? null;
  }

  async servers(): Promise<Server[]> {
    return ((await this.#get<{ server: Server }[]>('/server')) ?? []).map(({ server }) => server);
  }

  async server(number: number, signal?: AbortSignal): Promise<Server | null> {
    return (await this.#get<{ server: Server }>(`/server/${number}`, signal))?.server ?? null;
  }

  async rename(number: number, name: string, signal?: AbortSignal): Promise<Server> {
    const body = form({ server_name: name });
    return (
      await this.#again<{ server: Server }>({ method: 'POST', path: `/server/${number}`, body }, signal)
    ).server;
  }

  async cancellation(number: number, signal?: AbortSignal): Promise<Cancellation | null> {
    type Found = { cancellation: Cancellation };
    return (await this.#get<Found>(`/server/${number}/cancellation`, signal))?.cancellation ?? null;
  }

  async cancel(number: number, fields: Record<string, string>, signal?: AbortSignal): Promise<void> {
    const path = `/server/${number}/cancellation`;
    await this.#again({ method: 'POST', path, body: form(fields) }, signal);
  }

  async key(fingerprint: string, signal?: AbortSignal): Promise<Key | null> {
    return (await this.#get<{ key: Key }>(`/key/${fingerprint}`, signal))?.key ?? null;
  }

  async keys(signal?: AbortSignal): Promise<Key[]> {
    return ((await this.#get<{ key: Key }[]>('/key', signal)) ?? []).map(({ key }) => key);
  }

  async renameKey(fingerprint: string, name: string, signal?: AbortSignal): Promise<void> {
    await this.#again({ method: 'POST', path: `/key/${fingerprint}`, body: form({ name }) }, signal);
  }

  /** One that is gone already is gone. */
  async deleteKey(fingerprint: string, signal?: AbortSignal): Promise<void> {
    const call: ApiCall = { method: 'DELETE', path: `/key/${fingerprint}` };
    await this.#again(call, signal).catch(unlessMissing);
  }

  /** Names an address; done again, nothing changes. */
  async setName(ip: string, ptr: string, signal?: AbortSignal): Promise<void> {
    await this.#again({ method: 'POST', path: `/rdns/${ip}`, body: form({ ptr }) }, signal);
  }

  /** What a server starts with next; with `last`, what it was last told to. Null where there was none. */
  async rescue(number: number, last: boolean, signal?: AbortSignal): Promise<Rescue | null> {
    const path = `/boot/${number}/rescue${last ? '/last' : ''}`;
    return (await this.#get<{ rescue: Rescue }>(path, signal))?.rescue ?? null;
  }

  async activateRescue(number: number, fingerprint: string, signal?: AbortSignal): Promise<Rescue> {
    const body = form({ os: 'linux', arch: '64', authorized_key: fingerprint });
    const call: ApiCall = { method: 'POST', path: `/boot/${number}/rescue`, body };
    return (await this.#again<{ rescue: Rescue }>(call, signal)).rescue;
  }

  async deactivateRescue(number: number, signal?: AbortSignal): Promise<void> {
    await this.#again({ method: 'DELETE', path: `/boot/${number}/rescue` }, signal);
  }

  async resetOptions(number: number, signal?: AbortSignal): Promise<ResetOptions | null> {
    return (await this.#get<{ reset: ResetOptions }>(`/reset/${number}`, signal))?.reset ?? null;
  }

  async reset(number: number, type: string, signal?: AbortSignal): Promise<void> {
    await this.#again({ method: 'POST', path: `/reset/${number}`, body: form({ type }) }, signal);
  }

  async #once<T>(call: ApiCall, signal?: AbortSignal): Promise<T> {
    const send = () => this.#client.call({ ...call, repeatable: false }, signal);
    const isLogin = (failure: ProviderFailure) => failure instanceof Refusal && failure.status === 401;
    return (await this.#login.call(send, isLogin)).body as T;
  }

  /** An empty list, and a thing that there is not, are both a 404: null. */
  async #get<T>(path: string, signal?: AbortSignal): Promise<T | null> {
    return await this.#again<T>({ method: 'GET', path }, signal).catch(unlessMissing);
  }

  /** A call that done twice is as done once; it fails as what may be done again. */
  async #again<T>(call: ApiCall, signal?: AbortSignal): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once<T>(call, signal);
      } catch (error) {
        if (!(error instanceof ProviderFailure)) throw error;
        if (error.failure !== 'transient' && error.failure !== 'ambiguous') throw error;
        const { message, hint, retryAfter } = error;
        const isOver = attempt === ATTEMPTS || signal?.aborted === true || (retryAfter ?? 0) > PATIENCE_S;
        // A conflict is an answer, whatever is made of it.
        if (error instanceof Refusal && (isOver || error.code === 'CONFLICT')) {
          throw new Refusal(error, 'transient', message, hint, retryAfter);
        }
        if (isOver) throw new ProviderFailure('transient', message, hint, retryAfter);
        await wait(retryAfter === null ? backoff(attempt) : retryAfter * 1000, signal);
      }
    }
  }
}

const MISSING: readonly string[] = ['NOT_FOUND', 'SERVER_NOT_FOUND'];

function unlessMissing(error: unknown): null {
  if (error instanceof Refusal && error.code !== null && MISSING.includes(error.code)) return null;
  throw error;
}
