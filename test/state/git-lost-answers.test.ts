import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Holder } from '../../src/model/lease.ts';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import type { TemporaryRepository } from '../support/git-repository.ts';
import { temporaryRepository } from '../support/git-repository.ts';
import { begin, idOf, intent, note, settle } from './acts.ts';
import { BRANCH, leaseOf, storeOf } from './stores.ts';

const HOOK = 'hooks/reference-transaction';
const ADA: Holder = { name: 'Ada <ada@example.org>', host: 'build-7', pid: 1, runUrl: null };
const NOON = new Date('2026-03-01T12:00:00Z');

describe('a push that the remote took, though its answer was lost', () => {
  let repository: TemporaryRepository;
  /** The server dies after it moved the reference and before it says so. */
  const loseAnswers = () =>
    repository.write(`../remote.git/${HOOK}`, '#!/bin/sh\n[ "$1" != committed ] || kill -9 $PPID\n', 0o755);
  const answerAgain = () => rmSync(join(repository.directory, '..', 'remote.git', HOOK));

  beforeEach(() => {
    repository = temporaryRepository({ remote: true });
  });
  afterEach(() => repository.remove());

  test('fails for whoever asks git alone, and is there all the same', () => {
    repository.git('commit', '--quiet', '--allow-empty', '--message=one');
    loseAnswers();
    expect(() => repository.git('push', '--quiet', 'origin', 'main')).toThrow();
    expect(repository.git('ls-remote', 'origin', 'main')).toContain(repository.git('rev-parse', 'main'));
  });

  test('is a write that is done, once', async () => {
    const store = storeOf(repository);
    let state = await store.write(NOTHING_RECORDED, [note(1)], 'tree');
    loseAnswers();
    state = await store.write(state, [begin(2, intent(1))], 'tree');
    state = await store.write(state, [settle(3, intent(1))], 'tree');
    answerAgain();
    const other = repository.clone();
    other.git('fetch', '--quiet', 'origin', `${BRANCH}:${BRANCH}`);
    expect(await storeOf(other).read()).toEqual(state);
    expect((await storeOf(other).journal({})).map(({ id }) => id)).toEqual([idOf(3), idOf(1)]);
    expect(other.git('rev-list', '--count', BRANCH)).toBe('3');
    expect(repository.git('for-each-ref', 'refs/stowage/write-*')).toBe('');
  });

  test('is a lease taken, renewed and given back', async () => {
    loseAnswers();
    const store = leaseOf(repository);
    const { lease, broken } = await store.take(ADA, 60, NOON);
    expect(broken).toBeNull();
    const renewed = await store.renew(lease, 90, NOON);
    const others = leaseOf(repository.clone());
    expect(await others.look()).toEqual(renewed);
    await store.release(renewed);
    expect(await others.look()).toBeNull();
  });
});

describe('a lease on a remote', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository({ remote: true });
  });
  afterEach(() => repository.remove());

  test('needs no right to rewrite or delete branches', async () => {
    for (const setting of ['denyNonFastForwards', 'denyDeletes', 'fsckObjects']) {
      repository.git('--git-dir', repository.remote ?? '', 'config', `receive.${setting}`, 'true');
    }
    const store = leaseOf(repository);
    const { lease } = await store.take(ADA, 60, NOON);
    await store.release(await store.renew(lease, 60, NOON));
    expect(await store.look()).toBeNull();
  });

  test('can be read by a person', async () => {
    const { lease } = await leaseOf(repository).take(ADA, 60, NOON);
    const lock = `refs/stowage/lock/${BRANCH}`;
    const git = (...args: string[]) => repository.git('--git-dir', repository.remote ?? '', ...args);
    expect(git('log', '--format=%an <%ae> %s', lock)).toBe(
      'Ada <ada@example.org> lock: held until 2026-03-01T12:01:00.000Z',
    );
    expect(git('show', `${lock}:lease.yaml`).replace(lease.token, 'TOKEN')).toMatchInlineSnapshot(`
      "scope: stowage/state
      holder:
        name: Ada <ada@example.org>
        host: build-7
        pid: 1
      token: TOKEN
      epoch: 1
      since: 2026-03-01T12:00:00.000Z
      expires: 2026-03-01T12:01:00.000Z"
    `);
  });

  test('that cannot be reached, or says no, is told as such', async () => {
    const { lease } = await leaseOf(repository).take(ADA, 60, NOON);
    repository.write('../remote.git/hooks/pre-receive', '#!/bin/sh\necho no locks here >&2\nexit 1\n', 0o755);
    await expect(leaseOf(repository).renew(lease, 90, NOON)).rejects.toMatchObject({
      code: 'state.remote',
      message: expect.stringMatching(/^cannot push the lock to origin: .*no locks here/),
    });
    rmSync(repository.remote ?? '', { recursive: true });
    for (const attempt of [
      () => leaseOf(repository).look(),
      () => leaseOf(repository).take(ADA, 60, NOON),
      () => leaseOf(repository).release(lease),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'state.remote', exitCode: 1 });
  });

  test.each([
    ['no lease at all', 'README', 'hello\n', 'it holds no lease.yaml'],
    ['half a lease', 'lease.yaml', 'scope: stowage/state\n', 'holder is missing'],
    ['no moment', 'lease.yaml', LEASE('whenever'), 'expires must be a moment'],
  ])('that is %s is not taken for a free one', async (_, path, content, message) => {
    repository.write(path, content);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message=odd');
    repository.git('push', '--quiet', 'origin', `main:refs/stowage/lock/${BRANCH}`);
    const refusal = { code: 'lock.unreadable', message: expect.stringContaining(message) };
    await expect(leaseOf(repository).look()).rejects.toMatchObject(refusal);
    await expect(leaseOf(repository).take(ADA, 60, NOON)).rejects.toMatchObject(refusal);
  });

  test('holds whatever a holder is called', async () => {
    const holder = { ...ADA, name: 'Eve\n\0: "#" <<evil> <e@x>', host: '- h: {', runUrl: '' };
    const { lease } = await leaseOf(repository).take(holder, 60, NOON);
    expect(await leaseOf(repository.clone()).look()).toEqual({ ...lease, holder });
  });
});

function LEASE(expires: string): string {
  return `scope: s\nholder: { name: a, host: b, pid: 1 }\ntoken: t\nepoch: 1\nsince: 2026-03-01T12:00:00Z\nexpires: ${expires}\n`;
}
