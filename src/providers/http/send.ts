import { ProviderFailure } from '../provider-failure.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request as it goes out. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is that, else the text. */
  readonly body: unknown;
}

/** No answer came. A request that was not even `sent` had no effect; of another nobody knows. */
export class NoAnswer extends Error {
  readonly sent: boolean;

  constructor(sent: boolean, message: string) {
    super(message);
    this.name = 'NoAnswer';
    this.sent = sent;
  }
}

/** Long enough for what a provider does before it answers; a create takes some seconds. */
const TIMEOUT_MS = 90_000;

/** What Node says where no connection came about, or none that could be trusted. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|bad port|ERR_TLS_.*|.*CERT.*|UNABLE_TO_.*)$/;

/** What may stand in a header. Node's own error would show what does not. */
const HEADER_VALUE = /^[\x20-\x7e]*$/;

/**
 * Sends one request, once, and reads the answer to its end. A GET is given up when it is stopped; anything else is
 * awaited, as nobody is better off without its answer. Fails with NoAnswer, and with a ProviderFailure where it cannot
 * be sent at all.
 */
export async function send(request: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer> {
  const { method, url, headers, body } = request;
  if (!Object.values(headers).every((value) => HEADER_VALUE.test(value))) {
    const message = 'the credentials hold characters that cannot be sent, such as line breaks';
    throw new ProviderFailure('permission', message, 'look at what the secret reference leads to');
  }
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const stop = method === 'GET' && signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    // A redirect would carry the credentials to whoever is named there.
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: stop,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: jsonOr(text) };
  } catch (error) {
    if (timeout.aborted) throw new NoAnswer(true, `no answer within ${TIMEOUT_MS / 1000} s`);
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    const why = cause?.code ?? cause?.message ?? message;
    throw new NoAnswer(!NEVER_SENT.test(why), why);
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
