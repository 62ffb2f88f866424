import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import { openGitStateStore } from '../../src/state/git/open-git-state-store.ts';
import { journalFolder, objectPath, placementsPath } from '../../src/state/format/paths.ts';
import type { TemporaryRepository } from '../support/git-repository.ts';
import { temporaryRepository } from '../support/git-repository.ts';
import { change, entry, host, note, place, placed } from './acts.ts';
import { BRANCH, storeOf } from './stores.ts';

describe('the state branch', () => {
  let repository: TemporaryRepository;
  const log = (format: string, ...paths: readonly string[]) =>
    repository.git('log', '--reverse', `--format=${format}`, BRANCH, '--', ...paths);

  beforeEach(() => {
    repository = temporaryRepository();
  });
  afterEach(() => {
    try {
      expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
    } finally {
      repository.remove();
    }
  });

  test('has one commit an act, which a person can read', async () => {
    const told = entry(2, {
      compute: null,
      category: 'network',
      author: { name: 'Bob Builder', email: 'bob@example.org' },
      subject: 'create zone example.org',
      content: 'Because *we* said so.\n',
      origin: { plan: 'sha256:12', step: 'create:DNSZone/example.org', desired: 'abc' },
    });
    await storeOf(repository).write(NOTHING_RECORDED, [note(1), { entry: told, effect: null }], 'tree');
    expect(
      repository
        .git('log', '--reverse', '--date=iso-strict', '--format=fuller', BRANCH)
        .replace(/^commit .*/gm, 'commit …'),
    ).toMatchInlineSnapshot(`
      "commit …
      Author:     Ada Example <ada@example.org>
      AuthorDate: 2026-01-01T00:00:01+00:00
      Commit:     Ada Example <ada@example.org>
      CommitDate: 2026-01-01T00:00:01+00:00

          deployment(fsn1-db-01): act 1
          
          Stowage-Compute: fsn1-db-01
          Stowage-Category: deployment

      commit …
      Author:     Bob Builder <bob@example.org>
      AuthorDate: 2026-01-01T00:00:02+00:00
      Commit:     Bob Builder <bob@example.org>
      CommitDate: 2026-01-01T00:00:02+00:00

          network(fleet): create zone example.org
          
          Because *we* said so.
          
          Stowage-Compute: _fleet
          Stowage-Category: network
          Stowage-Plan: sha256:12
          Stowage-Desired: abc
          Stowage-Step: create:DNSZone/example.org"
    `);
    const trailers = repository.git('log', '-1', '--format=%B', BRANCH);
    expect(repository.gitWith(trailers, 'interpret-trailers', '--parse')).toMatchInlineSnapshot(`
      "Stowage-Compute: _fleet
      Stowage-Category: network
      Stowage-Plan: sha256:12
      Stowage-Desired: abc
      Stowage-Step: create:DNSZone/example.org"
    `);
  });

  test('touches neither work tree nor index nor HEAD', async () => {
    repository.write('fleet.yaml', 'a: 1\n');
    repository.git('add', '.');
    repository.git('commit', '--quiet', '--message=fleet');
    repository.write('fleet.yaml', 'a: 2\n');
    repository.write('new.yaml', 'b: 1\n');
    const before = [repository.git('status', '--porcelain=v2', '--branch'), repository.git('ls-files', '-s')];
    await storeOf(repository).write(NOTHING_RECORDED, [change(1, null, host('a'))], 'tree');
    await storeOf(repository).read();
    expect([
      repository.git('status', '--porcelain=v2', '--branch'),
      repository.git('ls-files', '-s'),
    ]).toEqual(before);
  });

  test('works from a folder deep in the repository, and inside a hook', async () => {
    repository.write('fleets/prod/a.yaml', '');
    const { directory, environment } = repository;
    const store = openGitStateStore({
      directory: `${directory}/fleets/prod`,
      branch: BRANCH,
      remote: null,
      environment: {
        ...environment,
        GIT_DIR: '/nowhere',
        GIT_INDEX_FILE: '/nowhere',
        EDITOR: 'vi',
        PAGER: 'less',
      },
    });
    await store.write(NOTHING_RECORDED, [change(1, null, host('a'))], 'tree');
    expect((await store.read()).objects).toEqual([host('a')]);
    expect(await store.journal({})).toHaveLength(1);
  });

  test('is readable at every commit', async () => {
    const acts = [
      change(1, null, host('a')),
      place(2, null, placed('web', 1, 'a')),
      place(3, null, placed('web', 2, 'b')),
    ];
    await storeOf(repository).write(NOTHING_RECORDED, acts, 'tree');
    const seen: unknown[] = [];
    for (const commit of log('%H').split('\n')) {
      repository.git('branch', '--force', 'at', commit);
      const { directory, environment } = repository;
      const { serial, desired, objects, placements } = await openGitStateStore({
        directory,
        environment,
        branch: 'at',
        remote: null,
      }).read();
      seen.push([serial, desired, objects.length, placements.length]);
    }
    expect(seen).toEqual([
      [0, null, 1, 0],
      [0, null, 1, 1],
      [1, 'tree', 1, 2],
    ]);
    expect(log('%s', placementsPath('web'))).toBe(
      'deployment(fsn1-db-01): act 2\ndeployment(fsn1-db-01): act 3',
    );
  });

  test('tells the history of one compute, and of one object, by path', async () => {
    const acts = [
      note(1, { compute: 'a', subject: 'first' }),
      note(2, { compute: 'b', subject: 'other' }),
      note(3, { compute: 'a', subject: 'second' }),
      note(4, { compute: null, subject: 'fleet' }),
      change(5, null, host('x')),
      change(6, host('x'), host('x', { status: { id: 1 } })),
    ];
    await storeOf(repository).write(NOTHING_RECORDED, acts, 'tree');
    expect(log('%s', journalFolder('a'))).toBe('deployment(a): first\ndeployment(a): second');
    expect(log('%s', 'journal/*/_fleet/*')).toBe('deployment(fleet): fleet');
    expect(log('%s', objectPath('Host', 'x')).split('\n')).toHaveLength(2);
  });

  test('cannot be forged or broken by what people type', async () => {
    const hostile = [
      'Stowage-Category: incident\nStowage-Compute: victim',
      'fine\n\nStowage-Category: incident\nStowage-Plan: sha256:0\n---\ndiff --git a b\n',
      '---\nStowage-Category: incident\n---\n',
      'data 5\nabcde\n\ncommit refs/heads/main\nauthor x <x> 0 +0000\ndata 0\ndone\n',
      'D meta.json\nM 100644 inline meta.json\ndata 2\n{}\n',
      '\r\n\r\nwindows\r\n\r\nStowage-Category: incident\r\n',
      '🚢'.repeat(10),
      'nul \u0000 in the midst',
      'x'.repeat(1_000_000),
      '   \n\n\t\n',
    ];
    const acts = hostile.map((content, n) =>
      note(n, {
        content,
        subject: `subject ${n}\n\nStowage-Category: incident\n\u0000`,
        author: { name: `Ada <evil@x> \n${n}.`, email: 'a>b\n<c' },
        origin: { plan: 'p\nStowage-Category: incident', step: 's', desired: 'd' },
      }),
    );
    await storeOf(repository).write(NOTHING_RECORDED, acts, 'tree');
    const lines = log('%an|%ae|%(trailers:key=Stowage-Category,key=Stowage-Compute,separator=%x2C)').split(
      '\n',
    );
    expect(lines).toEqual(
      hostile.map((_, n) => `Ada evil@x ${n}|a b c|Stowage-Compute: fsn1-db-01,Stowage-Category: deployment`),
    );
    for (const commit of log('%H').split('\n')) {
      const parsed = repository.gitWith(
        repository.git('log', '-1', '--format=%B', commit),
        'interpret-trailers',
        '--parse',
      );
      expect(parsed.match(/^Stowage-Category: .*/gm)).toEqual(['Stowage-Category: deployment']);
    }
    expect(repository.git('log', '--format=%H', '--grep=^Stowage-Category: incident', BRANCH)).toBe('');
    expect(repository.git('for-each-ref', '--format=%(refname)')).toBe(`refs/heads/${BRANCH}`);
    expect(await storeOf(repository).journal({})).toEqual(acts.map((act) => act.entry).reverse());
  });

  test('holds names no path can hold', async () => {
    const keys = [
      'a/b',
      '../../etc/passwd',
      '.git',
      '.git/config',
      '10.0.0.0/8',
      'a|b%7Cc',
      '100%',
      'two words',
      'tab\t',
      'a:b',
      'GIT~1',
      'Größe',
      '🚢',
      '-x',
      '"',
      'a\\b',
      'x'.repeat(600),
      'COM1',
      '\u200c.git',
      'line\nbreak',
    ];
    const objects = keys.map((key) => host(key));
    const placements = keys.map((key) => placed(key, 1, key));
    const acts = [
      ...objects.map((object, n) => change(n, null, object)),
      ...placements.map((placement, n) => place(100 + n, null, placement)),
      ...keys.map((compute, n) => note(200 + n, { compute })),
    ];
    await storeOf(repository).write(NOTHING_RECORDED, acts, 'tree');
    const state = await storeOf(repository).read();
    expect(new Set(state.objects.map(({ key }) => key))).toEqual(new Set(keys));
    expect(new Set(state.placements.map(({ service }) => service))).toEqual(new Set(keys));
    for (const compute of keys) expect(await storeOf(repository).journal({ compute })).toHaveLength(1);
    repository.git('checkout', '--quiet', BRANCH);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('reads no more of a long journal than it was asked for', async () => {
    await storeOf(repository).write(
      NOTHING_RECORDED,
      Array.from({ length: 50 }, (_, n) => note(n)),
      'tree',
    );
    const broken = `${journalFolder('fsn1-db-01')}${entry(10).id}.md`;
    repository.git('checkout', '--quiet', BRANCH);
    repository.write(broken, '');
    repository.git('commit', '--quiet', '--all', '--message=damage');
    expect(await storeOf(repository).journal({ limit: 20 })).toHaveLength(20);
    await expect(storeOf(repository).journal({})).rejects.toMatchObject({ code: 'state.unreadable' });
  });
});
