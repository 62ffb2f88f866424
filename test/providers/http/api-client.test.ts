import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret } from '../../../src/model/secret.ts';
import { StowageError } from '../../../src/model/stowage-error.ts';
import type { ApiCall, Dialect } from '../../../src/providers/http/api-client.ts';
import { ApiClient } from '../../../src/providers/http/api-client.ts';
import { retryAfterOf } from '../../../src/providers/http/retry-after-of.ts';
import { ProviderFailure } from '../../../src/providers/provider-failure.ts';
import { stoppedOnce } from '../../support/stopped-once.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let seen: string[];
let answers: Answer[];
beforeEach(async () => {
  seen = [];
  answers = [];
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    request
      .resume()
      .on('end', () => (answers.length > 1 ? answers.shift() : answers[0])?.(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const status = (code: number, body: unknown = {}, headers = {}): Answer => {
  return (_request, response) => response.writeHead(code, headers).end(JSON.stringify(body));
};
const drop: Answer = (request) => request.socket.destroy();
const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function client(how: Partial<Dialect> = {}): ApiClient {
  return new ApiClient({
    endpoint: endpoint(),
    credentials: () => Promise.resolve(new Secret('a-secret-token')),
    authorize: (secret) => ({ authorization: `Bearer ${secret}` }),
    failureOf: ({ status: code, headers }) =>
      new ProviderFailure(
        code >= 500 ? 'ambiguous' : code === 429 ? 'transient' : 'profile',
        `${code}`,
        '',
        retryAfterOf(headers),
      ),
    isTooMany: ({ status: code }) => code === 429,
    allowanceOf: () => null,
    ...how,
  });
}

const GET: ApiCall = { method: 'GET', path: '/things', query: { id: [1, 2], name: 'a b' } };
const POST: ApiCall = { method: 'POST', path: '/things', body: { name: 'a' } };
const failed = (call: Promise<unknown>) => call.catch((error: unknown) => error);

describe('a call', () => {
  test('carries its query, its body and the secret, and gives the answer', async () => {
    let told: string | undefined;
    answers = [(request, response) => ((told = request.headers.authorization), response.end('{"ok":true}'))];
    expect((await client().call(GET)).body).toEqual({ ok: true });
    expect(seen).toEqual(['GET /things?id=1&id=2&name=a+b']);
    expect(told).toBe('Bearer a-secret-token');
  });

  test('that reads goes again where it failed for a moment', async () => {
    answers = [drop, status(500), status(200)];
    expect(await client().call(GET)).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(3);
  });

  test('that orders never goes again where nobody knows what became of it', async () => {
    for (const answer of [drop, status(500)]) {
      answers = [answer];
      expect(await failed(client().call(POST))).toMatchObject({ failure: 'ambiguous' });
    }
    expect(seen).toHaveLength(2);
  });

  test('that orders goes again where it was refused for its rate, when it may', async () => {
    answers = [status(429, {}, { 'retry-after': '1' }), status(201)];
    const began = Date.now();
    expect(await client().call(POST)).toMatchObject({ status: 201 });
    expect(Date.now() - began).toBeGreaterThan(900);
  });

  test('that was refused for good does not go again', async () => {
    answers = [status(422)];
    expect(await failed(client().call(GET))).toMatchObject({ failure: 'profile' });
    expect(seen).toHaveLength(1);
  });

  test('that reaches nobody had no effect', async () => {
    // Servers of tests listen on 127.0.0.1 alone.
    const nobody = client({ endpoint: 'http://127.0.0.2:9999' });
    const nowhere = client({ endpoint: 'nowhere' });
    expect(await failed(nobody.call(POST))).toMatchObject({ failure: 'transient' });
    expect(await failed(nowhere.call(POST))).toMatchObject({ failure: 'profile' });
  });

  test('follows nobody to another place with its secret', async () => {
    answers = [status(302, {}, { location: `${endpoint()}/elsewhere` })];
    expect(await failed(client().call(GET))).toMatchObject({ failure: 'profile' });
    expect(seen).toHaveLength(1);
  });

  test('that is stopped while it waits for its next try ends at once', async () => {
    answers = [status(500, {}, { 'retry-after': '3600' })];
    const stopping = stoppedOnce(() => seen.length > 0);
    expect(await failed(client().call(GET, stopping))).toMatchObject({ failure: 'transient' });
    expect(seen).toHaveLength(1);
  });
});

test('a secret that no header can hold is not shown', async () => {
  const credentials = () => Promise.resolve(new Secret('a-secret\ntoken'));
  const error = await failed(client({ credentials }).call(GET));
  expect(error).toMatchObject({ failure: 'permission' });
  expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('a-secret');
});

test('a wait that is asked for is in seconds, or until a date', () => {
  expect(retryAfterOf(new Headers({ 'retry-after': '7' }))).toBe(7);
  const soon = new Date(Date.now() + 30_000).toUTCString();
  expect(retryAfterOf(new Headers({ 'retry-after': soon }))).toBeGreaterThan(25);
  expect(retryAfterOf(new Headers({ 'retry-after': 'later' }))).toBeNull();
});

test('a secret that is not found is told before anything is asked', async () => {
  const credentials = () => Promise.reject(new StowageError('secret.missing', 'there is no TOKEN', 'set it'));
  expect(await failed(client({ credentials }).call(POST))).toMatchObject({
    failure: 'permission',
    hint: 'set it',
  });
  expect(seen).toEqual([]);
});
