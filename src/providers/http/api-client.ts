import type { Secret } from '../../model/secret.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Allowance } from './pace.ts';
import { Pace } from './pace.ts';
import type { HttpAnswer, Method } from './send.ts';
import { secretOf } from './secret-of.ts';
import { NoAnswer, send } from './send.ts';
import { backoff, wait } from './wait.ts';

/** A call of an API. */
export interface ApiCall {
  readonly method: Method;
  /** Below the endpoint, with a `/` before it. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  /** Goes as JSON; URLSearchParams go as a form. */
  readonly body?: object;
  /** That done twice it is as done once, so that it may be repeated where no answer came; of a POST by default not. */
  readonly repeatable?: boolean;
}

/** What one family's API is like. */
export interface Dialect {
  /** Where it begins, without a `/` at its end. */
  readonly endpoint: string;
  readonly credentials: (() => Promise<Secret>) | null;
  /** The headers that a secret goes in. */
  readonly authorize: (secret: string) => Readonly<Record<string, string>>;
  /** What an answer that is a refusal means. */
  readonly failureOf: (answer: HttpAnswer, call: ApiCall) => ProviderFailure;
  /** Whether an answer says that this was one request too many, and nothing else. */
  readonly isTooMany: (answer: HttpAnswer) => boolean;
  readonly allowanceOf: (headers: Headers) => Allowance | null;
}

/** How often the same call is made, at most. */
const ATTEMPTS = 6;

/**
 * Calls one API. What is refused for its rate goes again when there is room; what is repeatable goes again where it
 * failed for a moment. Fails with ProviderFailure; where nobody knows whether a call had an effect, an `ambiguous` one.
 */
export class ApiClient {
  readonly #dialect: Dialect;
  readonly #pace = new Pace();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** The answer, of a status below 400. */
  async call(call: ApiCall, signal?: AbortSignal): Promise<HttpAnswer> {
    const isRepeatable = call.repeatable ?? call.method !== 'POST';
    for (let attempt = 1; ; attempt++) {
      const { answer, tooMany, failure } = await this.#once(call, signal);
      if (answer) return answer;
      const again = tooMany || (isRepeatable && isPassing(failure));
      if (!again || attempt === ATTEMPTS) {
        throw isRepeatable && failure.failure === 'ambiguous' ? asTransient(failure) : failure;
      }
      // After a refusal for the rate, the pace says when.
      if (!tooMany)
        await wait(failure.retryAfter === null ? backoff(attempt) : failure.retryAfter * 1000, signal);
    }
  }

  async #once(call: ApiCall, signal?: AbortSignal) {
    const { endpoint, credentials, authorize } = this.#dialect;
    const { method, body } = call;
    const url = urlOf(endpoint, call);
    const form = body instanceof URLSearchParams;
    const content = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const text = body && (form ? body.toString() : JSON.stringify(body));
    const done = await this.#pace.turn(signal);
    const at = Date.now();
    try {
      const secret = credentials && (await secretOf(credentials));
      const headers = {
        accept: 'application/json',
        ...(text !== undefined && { 'content-type': content }),
        ...(secret && authorize(secret.reveal())),
      };
      const answer = await send(
        { method, url: url.href, headers, ...(text !== undefined && { body: text }) },
        signal,
      );
      return this.#judged(call, answer, at);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      return { tooMany: false, failure: unanswered(error, call, endpoint) };
    } finally {
      done();
    }
  }

  #judged(call: ApiCall, answer: HttpAnswer, sentAt: number) {
    const { isTooMany, allowanceOf, failureOf } = this.#dialect;
    this.#pace.heard(allowanceOf(answer.headers));
    if (answer.status < 300) return { answer };
    const failure = failureOf(answer, call);
    const tooMany = isTooMany(answer);
    const { retryAfter } = failure;
    if (tooMany) this.#pace.refused(sentAt, retryAfter === null ? null : retryAfter * 1000);
    return { tooMany, failure };
  }
}

function urlOf(endpoint: string, { path, query = {} }: ApiCall): URL {
  if (!URL.canParse(endpoint)) {
    throw new ProviderFailure(
      'profile',
      `${endpoint} is no address`,
      'correct spec.endpoint of the ComputeProvider',
    );
  }
  const url = new URL(endpoint + path);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) url.searchParams.append(name, String(one));
  }
  return url;
}

function isPassing({ failure }: ProviderFailure): boolean {
  return failure === 'transient' || failure === 'ambiguous';
}

function asTransient({ message, hint, retryAfter }: ProviderFailure): ProviderFailure {
  return new ProviderFailure('transient', message, hint, retryAfter);
}

function unanswered(
  { sent, message }: NoAnswer,
  { method, path }: ApiCall,
  endpoint: string,
): ProviderFailure {
  const where = new URL(endpoint).host;
  if (!sent)
    return new ProviderFailure('transient', `${where} cannot be reached: ${message}`, 'try again later');
  const what = `${where} did not answer ${method} ${path}: ${message}`;
  return new ProviderFailure('ambiguous', what, 'nobody knows whether it had an effect');
}
