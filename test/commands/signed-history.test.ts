import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SignedFleet } from '../support/signed-fleet.ts';
import {
  canSign,
  compute,
  ORGANIZATION,
  settings,
  signedFleet,
  SIGNERS_FILE,
} from '../support/signed-fleet.ts';

/** Where there is no ssh-keygen, nothing can be signed. */
const signed = canSign() ? describe : describe.skip;

let fleet: SignedFleet;

signed('the history that is checked', () => {
  let again: () => void;
  beforeAll(async () => {
    fleet = signedFleet('ada', 'bob', 'eve', 'mallory');
    fleet.write('stowage.yaml', settings('true'));
    fleet.write('inventory/org.yaml', ORGANIZATION);
    fleet.write('inventory/a.yaml', compute('a'));
    fleet.write(SIGNERS_FILE, ['ada', 'bob', 'eve'].map((name) => fleet.keys.line(name)).join(''));
    fleet.commit('ada', 'begin');
    await fleet.goesThrough();
    again = fleet.mark();
  });
  beforeEach(() => again());
  afterAll(() => fleet.dispose());

  test('a clean merge needs no signature, its commits do', async () => {
    fleet.git('checkout', '-qB', 'side');
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('bob', 'add b');
    fleet.git('checkout', '-q', 'main');
    fleet.write('inventory/c.yaml', compute('c'));
    fleet.commit('ada', 'add c');
    fleet.git('merge', '-q', '--no-ff', '--no-edit', 'side');
    await fleet.goesThrough();
  });

  test('a merge that brings a change of its own needs the role for it', async () => {
    fleet.git('checkout', '-qB', 'side');
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('bob', 'add b');
    fleet.git('checkout', '-q', 'main');
    fleet.write('inventory/c.yaml', compute('c'));
    fleet.commit('ada', 'add c');
    fleet.git('merge', '-q', '--no-ff', '--no-edit', 'side');
    fleet.write('inventory/d.yaml', compute('d'));
    fleet.commit(null, 'merge, and more', '--amend');
    await fleet.refusedFor('commit.refused', 'merge, and more', 'it is not signed');
    fleet.resign('bob');
    await fleet.goesThrough();
  });

  test('a merge that drops what one side signed is a change', async () => {
    fleet.git('checkout', '-qB', 'side');
    fleet.write('README.md', 'nothing\n');
    fleet.commit(null, 'explain');
    fleet.git('checkout', '-q', 'main');
    fleet.write('inventory/a.yaml', compute('a', 'bonn'));
    fleet.commit('ada', 'move a to Bonn');
    fleet.git('merge', '-q', '--no-ff', '--no-edit', 'side');
    fleet.write('inventory/a.yaml', compute('a'));
    fleet.commit(null, 'merge, and back to Berlin', '--amend');
    await fleet.refusedFor('commit.refused', 'back to Berlin');
    fleet.resign('eve');
    await fleet.refusedFor(
      'commit.refused',
      'eve@example.org, who signed it, lacks inventory.write, for update:Compute/a',
    );
  });

  test('an unsigned commit of a side branch is refused when it is merged, even by an admin', async () => {
    fleet.git('checkout', '-qB', 'side');
    fleet.write('inventory/b.yaml', compute('b'));
    const id = fleet.commit(null, 'add b');
    fleet.git('checkout', '-q', 'main');
    fleet.git(...fleet.keys.signingAs('ada'), 'merge', '-q', '--no-ff', '--no-edit', '-S', 'side');
    await fleet.refusedFor('commit.refused', id.slice(0, 7), 'it is not signed');
  });

  test('what a broken manifest hid counts as deleted, and as created when it is mended', async () => {
    fleet.write('inventory/org.yaml', 'not: [a manifest');
    fleet.commit('bob', 'break it');
    fleet.write('inventory/org.yaml', ORGANIZATION.replace('[operator]', '[admin]'));
    fleet.commit('bob', 'mend it');
    await fleet.refusedFor('commit.refused', 'delete:Organization/acme', 'create:Organization/acme');
  });

  test('manifests of a folder that the settings did not name are signed for by who names it', async () => {
    fleet.write('other/b.yaml', compute('b'));
    fleet.commit(null, 'prepare');
    fleet.write(
      'stowage.yaml',
      settings('true').replace('spec: {', 'spec: { inventory: [inventory, other],'),
    );
    fleet.commit('eve', 'look there, too');
    await fleet.refusedFor('commit.refused', 'change:stowage.yaml', 'create:Compute/b');
    fleet.resign('ada');
    await fleet.goesThrough();
  });

  test('an older commit than the one applied is refused: it would take back what was signed', async () => {
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('bob', 'add b');
    await fleet.goesThrough();
    fleet.git('reset', '-q', '--hard', 'HEAD~1');
    await fleet.refusedFor('history.rewritten', 'the branch does not have commit');
  });

  test('the requirement ends by a commit that meets it, and by no other', async () => {
    fleet.write('stowage.yaml', settings('false'));
    fleet.commit('bob', 'no more signatures');
    await fleet.refusedFor('commit.refused', 'lacks provider.write, for change:stowage.yaml');
    fleet.resign('ada');
    expect(await fleet.stowage('apply', '--yes', '--quiet')).toMatchObject({ status: 0 });
    expect(fleet.meta()).not.toHaveProperty('verified');
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit(null, 'add b');
    expect(await fleet.stowage('apply', '--yes', '--quiet')).toMatchObject({ status: 0 });
  });

  test('a clone that lacks older commits is refused', async () => {
    fleet.git('clone', '-q', '--depth=1', `file://${fleet.directory}`, 'shallow');
    fleet.git('-C', 'shallow', 'fetch', '-q', 'origin', 'stowage/state:stowage/state');
    const { status, stderr } = await fleet.stowageIn({ cwd: 'shallow' }, 'apply', '--yes');
    expect(stderr).toContain('history.shallow');
    expect(status).toBe(4);
    fleet.remove('shallow');
  });
});

signed('where signatures are required from a commit on', () => {
  beforeAll(() => {
    fleet = signedFleet('ada', 'bob');
    fleet.remove('stowage.yaml');
    fleet.write('inventory/a.yaml', compute('a'));
    fleet.commit(null, 'begin without signatures');
  });
  afterAll(() => fleet.dispose());

  test('true asks the first commit, too, and says what to do where it has no signers', async () => {
    fleet.write('stowage.yaml', settings('true'));
    fleet.commit('ada', 'require signatures');
    const { status, stderr } = await fleet.stowage('apply', '--yes', '--quiet');
    expect(stderr).toContain('history.signers');
    expect(stderr).toContain('spec.requireSignedCommits: COMMIT');
    expect(status).toBe(4);
  });

  test('a commit id trusts what was before, and its signers decide from there on', async () => {
    fleet.write(SIGNERS_FILE, fleet.keys.line('ada'));
    const trusted = fleet.commit(null, 'name the signers');
    fleet.write('stowage.yaml', settings(trusted));
    fleet.commit('bob', 'require signatures from there on');
    expect(await fleet.stowage('apply', '--yes', '--quiet')).toMatchObject({ status: 4 });
    fleet.resign('ada');
    await fleet.goesThrough();
  });

  test('a later commit cannot name itself the trusted one', async () => {
    fleet.write(SIGNERS_FILE, fleet.keys.line('bob'));
    const own = fleet.commit('bob', 'my own signers');
    fleet.write('stowage.yaml', settings(own));
    fleet.commit('bob', 'trust me');
    await fleet.refusedFor('commit.refused', 'my own signers', 'trust me');
  });
});
