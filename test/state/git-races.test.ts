import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import type { TemporaryRepository } from '../support/git-repository.ts';
import { temporaryRepository } from '../support/git-repository.ts';
import { change, host, idOf, note } from './acts.ts';
import { BRANCH, storeOf } from './stores.ts';

const MOVED = { code: 'state.moved', exitCode: 5 };

function heads({ git }: TemporaryRepository): string {
  return git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/stowage/write-*');
}

describe('two writers on one remote', () => {
  let ada: TemporaryRepository;
  let bob: TemporaryRepository;
  beforeEach(async () => {
    ada = temporaryRepository({ remote: true });
    await storeOf(ada).write(NOTHING_RECORDED, [change(1, null, host('a'))], 'tree');
    bob = ada.clone();
    bob.git('fetch', '--quiet', 'origin', `${BRANCH}:${BRANCH}`);
  });
  afterEach(() => ada.remove());

  test('read what the other wrote', async () => {
    await storeOf(bob).write(await storeOf(bob).read(), [change(2, null, host('b'))], 'tree-2');
    await storeOf(ada).fetch();
    expect(await storeOf(ada).read()).toEqual(await storeOf(bob).read());
    expect((await storeOf(ada).journal({})).map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
  });

  test('cannot both be first; the loser changes nothing and may try again', async () => {
    const base = await storeOf(ada).read();
    await storeOf(bob).write(await storeOf(bob).read(), [note(2)], 'tree-2');
    const before = heads(ada);
    await expect(storeOf(ada).write(base, [note(3)], 'tree-3')).rejects.toMatchObject(MOVED);
    expect(heads(ada)).toBe(before);
    await storeOf(ada).fetch();
    await storeOf(ada).write(await storeOf(ada).read(), [note(3)], 'tree-3');
    expect((await storeOf(ada).journal({})).map(({ id }) => id)).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  test('lose a race for the first commit of all', async () => {
    const late = ada.clone();
    await expect(storeOf(late).write(NOTHING_RECORDED, [note(9)], 'tree')).rejects.toMatchObject(MOVED);
    expect(late.git('for-each-ref', 'refs/heads', 'refs/stowage/write-*')).toBe('');
  });

  test('at the same moment leave each act exactly once', async () => {
    const clones = [ada, bob, ...[1, 2].map(() => ada.clone())];
    for (const clone of clones.slice(2)) clone.git('fetch', '--quiet', 'origin', `${BRANCH}:${BRANCH}`);
    await Promise.all(clones.map((clone, n) => persist(clone, 10 + n)));
    await storeOf(ada).fetch();
    const ids = (await storeOf(ada).journal({})).map(({ id }) => id);
    expect(ids).toEqual([13, 12, 11, 10, 1].map(idOf));
    expect((await storeOf(ada).read()).serial).toBe(5);
  });

  test('tell when the two branches went their own ways', async () => {
    await storeOf(bob).write(await storeOf(bob).read(), [note(2)], 'tree-2');
    const alone = { ...ada, remote: null };
    await storeOf(alone).write(await storeOf(alone).read(), [note(3)], 'tree-3');
    await storeOf(ada).fetch();
    const before = heads(ada);
    await expect(storeOf(ada).read()).rejects.toMatchObject({ code: 'state.diverged', exitCode: 1 });
    expect(heads(ada)).toBe(before);
  });

  test('catch the remote up with what could not be pushed before', async () => {
    const alone = { ...ada, remote: null };
    await storeOf(alone).write(await storeOf(alone).read(), [note(2)], 'tree-2');
    await storeOf(ada).fetch();
    await storeOf(ada).write(await storeOf(ada).read(), [note(3)], 'tree-3');
    await storeOf(bob).fetch();
    expect((await storeOf(bob).journal({})).map(({ id }) => id)).toEqual([3, 2, 1].map(idOf));
  });

  test('need not have fetched before a write that loses nothing', async () => {
    bob.git('update-ref', '-d', `refs/stowage/remote/${BRANCH}`);
    await storeOf(bob).write(await storeOf(bob).read(), [note(2)], 'tree-2');
    await storeOf(ada).fetch();
    expect(await storeOf(ada).read()).toMatchObject({ serial: 2 });
  });

  test('take a push as done when only the answer was lost', async () => {
    ada.write('../remote.git/hooks/post-receive', '#!/bin/sh\nkill -9 $PPID\n', 0o755);
    const { commit } = await storeOf(ada).write(await storeOf(ada).read(), [note(2)], 'tree-2');
    expect(ada.git('rev-parse', BRANCH)).toBe(commit);
    expect(ada.git('ls-remote', 'origin', `refs/heads/${BRANCH}`)).toContain(commit);
  });

  test('start again after the branch was removed from the remote', async () => {
    bob.git('push', '--quiet', 'origin', `:${BRANCH}`);
    await storeOf(ada).fetch();
    await storeOf(ada).write(await storeOf(ada).read(), [note(2)], 'tree-2');
    expect(ada.git('ls-remote', 'origin', BRANCH)).toContain(ada.git('rev-parse', BRANCH));
  });
});

/** Reads, writes, and begins again as long as somebody else is first. */
async function persist(repository: TemporaryRepository, n: number): Promise<void> {
  for (;;) {
    try {
      await storeOf(repository).fetch();
      await storeOf(repository).write(await storeOf(repository).read(), [note(n)], 'tree');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'state.moved') throw error;
    }
  }
}

describe('two writers in one repository', () => {
  test.each([false, true])('with a remote: %s, leave each act exactly once', async (remote) => {
    const repository = temporaryRepository({ remote });
    try {
      await Promise.all([1, 2, 3, 4].map((n) => persist(repository, n)));
      expect((await storeOf(repository).journal({})).map(({ id }) => id)).toEqual([4, 3, 2, 1].map(idOf));
      expect(repository.git('for-each-ref', 'refs/stowage/write-*')).toBe('');
    } finally {
      repository.remove();
    }
  });

  test('lose a local race and change nothing', async () => {
    const repository = temporaryRepository();
    try {
      const store = storeOf(repository);
      await store.write(NOTHING_RECORDED, [note(1)], 'tree');
      const base = await store.read();
      await store.write(base, [note(2)], 'tree');
      const before = heads(repository);
      await expect(store.write(base, [note(3)], 'tree')).rejects.toMatchObject({
        ...MOVED,
        message: expect.stringMatching(
          /^the state branch stowage\/state was at \w{7} when it was read and is at/,
        ),
      });
      expect(heads(repository)).toBe(before);
    } finally {
      repository.remove();
    }
  });
});
