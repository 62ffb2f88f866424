import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import { objectPath } from '../../src/state/format/paths.ts';
import type { TemporaryRepository } from '../support/git-repository.ts';
import { temporaryRepository } from '../support/git-repository.ts';
import { change, host, note, place, placed } from './acts.ts';
import { BRANCH, contentsOf, storeOf } from './stores.ts';

/** Reading must refuse, and must leave the repository as it was. */
async function refusal(repository: TemporaryRepository): Promise<unknown> {
  const before = contentsOf(repository);
  const error: unknown = await storeOf(repository)
    .read()
    .then(
      () => new Error('it was read'),
      (failure: unknown) => failure,
    );
  expect(contentsOf(repository)).toEqual(before);
  return error;
}

describe('a state branch that is missing', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = temporaryRepository({ remote: true });
    await storeOf(repository).write(NOTHING_RECORDED, [change(1, null, host('a'))], 'tree');
  });
  afterEach(() => repository.remove());

  test('in a fresh clone says that the remote has it, and how to get it', async () => {
    const clone = repository.clone();
    const commit = repository.git('rev-parse', '--short=7', BRANCH);
    expect(await refusal(clone)).toMatchObject({
      code: 'state.missing',
      exitCode: 1,
      message: `the state branch stowage/state is missing here, but origin has it (commit ${commit})`,
      hint: 'git fetch origin stowage/state:stowage/state',
    });
    clone.git('fetch', '--quiet', 'origin', 'stowage/state:stowage/state');
    expect((await storeOf(clone).read()).objects).toEqual([host('a')]);
  });

  test('is asked for at the remote when nothing was ever fetched', async () => {
    repository.git('update-ref', '-d', `refs/heads/${BRANCH}`);
    for (const ref of [`refs/stowage/remote/${BRANCH}`, `refs/remotes/origin/${BRANCH}`]) {
      repository.git('update-ref', '-d', ref);
    }
    expect(await refusal(repository)).toMatchObject({ code: 'state.missing' });
  });

  test('is not made anew by fetch', async () => {
    repository.git('update-ref', '-d', `refs/heads/${BRANCH}`);
    await storeOf(repository).fetch();
    expect(await refusal(repository)).toMatchObject({ code: 'state.missing' });
    await expect(storeOf(repository).journal({})).rejects.toMatchObject({ code: 'state.missing' });
  });

  test('is no fleet without a past while the remote cannot be asked', async () => {
    const clone = repository.clone();
    clone.git('update-ref', '-d', `refs/remotes/origin/${BRANCH}`);
    clone.git('remote', 'set-url', 'origin', '/nowhere/at/all.git');
    expect(await refusal(clone)).toMatchObject({ code: 'state.remote', exitCode: 1 });
  });
});

describe('a state branch that is damaged', () => {
  let repository: TemporaryRepository;
  beforeEach(async () => {
    repository = temporaryRepository();
    const acts = [
      change(1, null, host('a')),
      change(2, null, host('b')),
      place(3, null, placed('web', 1, 'c')),
    ];
    await storeOf(repository).write(NOTHING_RECORDED, acts, 'tree');
  });
  afterEach(() => repository.remove());

  /** Commits by hand what `edit` does to a checkout of the branch. */
  function byHand(edit: (at: TemporaryRepository) => void): string {
    repository.git('checkout', '--quiet', BRANCH);
    edit(repository);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--allow-empty', '--message=by hand');
    return repository.git('rev-parse', '--short=7', 'HEAD');
  }

  const path = objectPath('Host', 'a');

  test.each([
    ['garbage', '\u0000\u0001 [{', `stowage/state:${path}`],
    ['an empty file', '', `stowage/state:${path}: the file is empty`],
    ['half a file', 'apiVersion: stowage/v1\nkind: Host\n', `stowage/state:${path}:1: metadata is missing`],
  ])('by %s names the file and the way back', async (_, content, message) => {
    byHand(({ write }) => write(path, content));
    const error = await refusal(repository);
    expect(error).toMatchObject({ code: 'state.unreadable', exitCode: 1 });
    expect(String(error)).toContain(message);
    expect(error).toMatchObject({
      hint: expect.stringContaining(`git log -p stowage/state -- ${path}`),
    });
  });

  test.each(['resources/Host/zz/x.yaml', 'resources/notes.txt', 'placements/00/web.yaml'])(
    'by a file of somebody else, %s',
    async (alien) => {
      byHand(({ write }) => write(alien, 'hello\n'));
      expect(await refusal(repository)).toMatchObject({ code: 'state.unreadable' });
    },
  );

  test('by a newer stowage asks to upgrade', async () => {
    byHand(({ write }) => write('meta.json', '{ "formatVersion": 4 }'));
    expect(await refusal(repository)).toMatchObject({ code: 'state.newer-format', exitCode: 1 });
  });

  test('by an empty meta.json', async () => {
    byHand(({ write }) => write('meta.json', ''));
    expect(await refusal(repository)).toMatchObject({
      message: 'stowage/state:meta.json: the file is empty',
    });
  });

  test.each([
    ['everything', '.'],
    ['the resources', 'resources'],
    ['meta.json', 'meta.json'],
  ])('by the removal of %s names the commit to undo', async (_, removed) => {
    const commit = byHand(({ git }) => git('rm', '-r', '--quiet', '--', removed));
    const error = await refusal(repository);
    expect(error).toMatchObject({ code: 'state.empty', exitCode: 1 });
    expect(error).toMatchObject({ hint: expect.stringContaining(`git revert ${commit}`) });
    repository.git('revert', '--no-edit', commit);
    expect((await storeOf(repository).read()).objects).toHaveLength(2);
  });

  test('is still refused when more was recorded after it', async () => {
    byHand(({ git }) => git('rm', '-r', '--quiet', '--', 'resources'));
    byHand(({ write }) => write('README', 'never mind\n'));
    expect(await refusal(repository)).toMatchObject({ code: 'state.empty' });
  });

  test('is refused when it never was one', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.write('README', 'hello\n');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message=first');
    repository.git('branch', '--force', BRANCH, 'other');
    expect(await refusal(repository)).toMatchObject({ code: 'state.unreadable' });
  });

  test('leaves its sound journal readable', async () => {
    byHand(({ write }) => write(path, ''));
    expect(await storeOf(repository).journal({ limit: 2 })).toHaveLength(2);
  });
});

describe('a remote that cannot be reached', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = temporaryRepository({ remote: true });
  });
  afterEach(() => repository.remove());

  test('is told in one line of git, without passwords', async () => {
    repository.git('remote', 'set-url', 'origin', 'http://ada:s3cret@127.0.0.1:1/state.git');
    const error: unknown = await storeOf(repository)
      .fetch()
      .catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: 'state.remote', exitCode: 1 });
    expect(String(error)).toMatch(/^StowageError: cannot fetch the state from origin: .*127\.0\.0\.1/);
    expect(String(error)).not.toMatch(/s3cret|\n/);
  });

  test('leaves no trace of a write', async () => {
    const store = storeOf(repository);
    await store.write(NOTHING_RECORDED, [note(1)], 'tree');
    const base = await store.read();
    const { refs } = contentsOf(repository);
    rmSync(repository.remote ?? '', { recursive: true });
    await expect(store.write(base, [note(2)], 'tree')).rejects.toMatchObject({ code: 'state.remote' });
    expect(contentsOf(repository).refs).toBe(refs);
    expect(await store.read()).toEqual(base);
  });

  test('that refuses for a reason of its own is quoted', async () => {
    const hook = '#!/bin/sh\necho "GH006: protected branch" >&2\nexit 1\n';
    repository.write('../remote.git/hooks/pre-receive', hook, 0o755);
    await expect(storeOf(repository).write(NOTHING_RECORDED, [note(1)], 'tree')).rejects.toMatchObject({
      code: 'state.remote',
      message: expect.stringMatching(/pre-receive hook declined.*GH006: protected branch/),
    });
    expect(repository.git('for-each-ref')).toBe('');
  });
});

describe('a folder that is no repository', () => {
  test('is named as such', async () => {
    const repository = temporaryRepository();
    rmSync(`${repository.directory}/.git`, { recursive: true });
    try {
      await expect(storeOf(repository).read()).rejects.toMatchObject({
        code: 'state.git',
        exitCode: 1,
        message: expect.stringContaining('not a git repository'),
        hint: expect.stringContaining('git init'),
      });
    } finally {
      repository.remove();
    }
  });
});
