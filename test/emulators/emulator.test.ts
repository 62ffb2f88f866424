import { afterEach, describe, expect, test } from '@jest/globals';
import { openContract } from './contract.ts';
import type { Emulator } from './emulator.ts';
import { startEmulator } from './emulator.ts';
import type { HetznerCloud } from './hetzner-cloud/hetzner-cloud.ts';
import { openHetznerCloud } from './hetzner-cloud/hetzner-cloud.ts';
import type { Knobs } from './knobs.ts';
import type { Call, Reply } from './vendor.ts';

const WEB = { name: 'web-01', server_type: 'cpx31', image: 'debian-13', location: 'fsn1' };
let emulator: Emulator<HetznerCloud>;
afterEach(() => emulator.close().catch(() => undefined));

async function start(knobs: Partial<Knobs> = {}): Promise<void> {
  emulator = await startEmulator(openHetznerCloud, { knobs, speed: 0 });
}

async function call(method: string, path: string, body?: unknown, root = emulator.url) {
  const response = await fetch(root + path, {
    method,
    headers: { authorization: 'Bearer emulated', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as never };
}

const control = (method: string, path: string, body?: unknown) =>
  call(method, `/-/${path}`, body, new URL(emulator.url).origin);

describe('an emulator', () => {
  test('lets things happen when their time has come, and not before', async () => {
    await start({ takesMs: { create_server: 5000, start_server: 1000 } });
    const made = await call('POST', '/servers', WEB);
    expect(made).toMatchObject({ status: 201, body: { server: { status: 'initializing' } } });
    const states = [];
    for (const ms of [4999, 1, 1000]) {
      emulator.clock.advance(ms);
      const { body } = await call('GET', '/servers');
      states.push((body as { servers: [{ status: string }] }).servers[0].status);
    }
    expect(states).toEqual(['initializing', 'starting', 'running']);
  });

  test('drops an answer before the effect, or after it', async () => {
    await start({
      faults: [
        { on: 'POST /servers', times: 1, answer: 'drop' },
        { on: 'POST /servers', times: 1, when: 'after', answer: 'drop' },
      ],
    });
    await expect(call('POST', '/servers', WEB)).rejects.toThrow();
    expect(emulator.vendor.servers.all.size).toBe(0);
    await expect(call('POST', '/servers', WEB)).rejects.toThrow();
    expect(emulator.vendor.servers.all.size).toBe(1);
    expect(emulator.log.map(({ answer }) => answer)).toEqual(['drop', 'drop']);
  });

  test('a fault strikes those it means, after so many calls, so many times', async () => {
    const answer = { status: 502, body: '<html>' };
    await start({ faults: [{ on: 'GET /servers/*', skip: 1, times: 1, answer: 'server_error' }] });
    const { body } = await call('POST', '/servers', WEB);
    const path = `/servers/${(body as { server: { id: number } }).server.id}`;
    const statuses = [];
    for (let nth = 0; nth < 3; nth++) statuses.push((await call('GET', path)).status);
    expect(statuses).toEqual([200, 500, 200]);
    emulator.knobs.faults = [{ on: 'POST /servers', body: 'web-02', answer }];
    await expect(call('POST', '/servers', { ...WEB, name: 'web-02' })).rejects.toThrow('JSON');
    expect((await call('POST', '/servers', { ...WEB, name: 'web-03' })).status).toBe(201);
  });

  test('lets so many requests through, and tells how many are left and until when', async () => {
    await start({ bucket: { limit: 2, perSecond: 1 } });
    const first = await call('GET', '/locations');
    expect(first.headers.get('ratelimit-remaining')).toBe('1');
    await call('GET', '/locations');
    const third = await call('GET', '/locations');
    expect(third).toMatchObject({ status: 429, body: { error: { code: 'rate_limit_exceeded' } } });
    emulator.clock.advance(1000);
    expect((await call('GET', '/locations')).status).toBe(200);
  });

  test('hides what is new for as long as its reads lag behind', async () => {
    await start({ lagMs: 2000 });
    await call('POST', '/servers', WEB);
    expect((await call('GET', '/servers')).body).toMatchObject({ servers: [] });
    expect((await call('POST', '/servers', WEB)).status).toBe(409);
    emulator.clock.advance(2000);
    expect((await call('GET', '/servers')).body).toMatchObject({ servers: [{ name: 'web-01' }] });
  });

  test('is controlled from another process', async () => {
    await start();
    await control('PATCH', 'knobs', { scope: 'read' });
    expect((await call('POST', '/servers', WEB)).status).toBe(401);
    const { now } = (await control('POST', 'clock', { advance: 1000 })).body as { now: number };
    expect(now).toBe(emulator.clock.now());
    expect((await control('GET', 'log')).body).toMatchObject([
      { method: 'POST', path: '/servers', answer: 401 },
    ]);
    expect((await control('GET', 'state')).body).toMatchObject({ servers: [] });
  });

  test('tells two orders of one intent, and cost that nobody answers for', async () => {
    await start();
    const labels = { 'stowage-intent': 'i1' };
    await call('POST', '/servers', { ...WEB, labels });
    await call('POST', '/servers', { ...WEB, name: 'web-02', labels });
    emulator.vendor.ips.add('ipv4', 'fsn1', 1).server = null;
    await expect(emulator.close()).rejects.toThrow(
      /intent i1 has server 42000000 and[^]*address 198[0-9.]+ costs money/,
    );
  });
});

const inDocument = process.env['STOWAGE_SPEC_DIR'] ? describe : describe.skip;
inDocument("a vendor's document", () => {
  const ask = (method: string, target: string, sent?: unknown): Call => {
    const { pathname, searchParams } = new URL(target, 'http://there');
    const text =
      sent instanceof URLSearchParams ? sent.toString() : sent === undefined ? '' : JSON.stringify(sent);
    const form = sent instanceof URLSearchParams;
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    return {
      method,
      path: pathname,
      query: searchParams,
      headers: { 'content-type': type },
      body: sent,
      text,
    };
  };
  const faults = (file: string, asked: Call, reply: Reply) =>
    openContract(`${file}.openapi.json`)?.check(asked, reply);
  const gone: Reply = { status: 204 };

  test.each([
    [
      'a field it does not know',
      'POST',
      '/ssh_keys',
      { name: 'a', public_key: 'b', colour: 'red' },
      'colour',
    ],
    ['a field that is missing', 'POST', '/ssh_keys', { name: 'a' }, 'public_key'],
    ['a field inside another', 'POST', '/servers', { ...WEB, public_net: { ipv5: true } }, 'ipv5'],
    ['a parameter it does not know', 'GET', '/servers?colour=red', undefined, 'colour'],
    [
      'a parameter of another type',
      'GET',
      '/servers?page=first',
      undefined,
      'query page /value must be integer',
    ],
    ['a parameter that is missing', 'GET', '/actions', undefined, 'query parameter id is missing'],
    ['an operation it does not know', 'GET', '/colours', undefined, 'no such operation'],
  ])('does not let pass %s', (_what, method, target, sent, words) => {
    expect(faults('hetzner-cloud', ask(method, target, sent), gone)?.join()).toContain(words);
  });

  test('does not let pass an answer that it does not know', () => {
    const asked = ask('GET', '/ssh_keys/1');
    const key = {
      id: 1,
      name: 'a',
      fingerprint: 'b',
      public_key: 'c',
      labels: {},
      created: '2026-01-01T00:00:00Z',
    };
    const answer = (ssh_key: unknown): Reply => ({ status: 200, body: { ssh_key } });
    expect(faults('hetzner-cloud', asked, answer(key))).toEqual([]);
    expect(faults('hetzner-cloud', asked, answer({ ...key, id: 'one' }))?.join()).toContain(
      'must be integer',
    );
    expect(faults('hetzner-cloud', asked, answer({ ...key, colour: 'red' }))?.join()).toContain('colour');
    expect(faults('hetzner-cloud', asked, { status: 403, body: { wrong: 1 } })?.join()).toContain('wrong');
  });

  test('is of forms and of references as well', () => {
    const order = new URLSearchParams([
      ['product_id', 'AX41-NVMe'],
      ['authorized_key[]', '15:28:b0'],
      ['authorized_key[]', '15:28:b1'],
    ]);
    const refused: Reply = {
      status: 200,
      body: { error: { status: 400, code: 'INVALID_INPUT', message: 'no' } },
    };
    const robot = (form: URLSearchParams) =>
      faults('hetzner-robot', ask('POST', '/order/server/transaction', form), refused);
    expect(robot(order)).toEqual([]);
    expect(robot(new URLSearchParams([...order, ['colour', 'red']]))?.join()).toContain('colour');
    const server = { properties: { name: 'web-01', cores: 4, ram: 8192 } };
    const ionos = (sent: unknown) =>
      faults('ionos-cloud-v6', ask('POST', '/datacenters/d1/servers', sent), { status: 202, body: server });
    expect(ionos(server)).toEqual([]);
    expect(ionos({ properties: { ...server.properties, colour: 'red' } })?.join()).toContain('colour');
    expect(ionos({ ...server, metadata: { etag: 'e' } })?.join()).toContain('metadata');
  });
});
