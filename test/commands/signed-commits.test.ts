import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
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

signed('with requireSignedCommits', () => {
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

  test('a commit that a member signed, whose role covers it, is applied and told in the journal', async () => {
    fleet.write('inventory/b.yaml', compute('b'));
    const id = fleet.commit('bob', 'add b');
    await fleet.goesThrough();
    expect((await fleet.stowage('journal', 'list')).stdout).toContain(
      `trust commit ${id.slice(0, 7)}, after 1 commit, signed by bob@example.org`,
    );
  });

  test('a commit that nobody signed is refused, and so are all after it', async () => {
    fleet.write('inventory/b.yaml', compute('b'));
    const id = fleet.commit(null, 'add b');
    await fleet.refusedFor('commit.refused', id.slice(0, 7), 'add b', 'it is not signed');
    fleet.write('inventory/c.yaml', compute('c'));
    fleet.commit('ada', 'add c');
    await fleet.refusedFor('commit.refused', id.slice(0, 7));
    const { stderr, status } = await fleet.stowage('plan');
    expect(stderr).toContain('apply would be refused: commit');
    expect(status).toBe(0);
  });

  test('a commit that an unknown key signed is refused', async () => {
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('mallory', 'add b');
    await fleet.refusedFor('commit.refused', 'its key is none of an allowed signer');
    // What this clone is told to trust is nobody else's word.
    fleet.write('.git/own_signers', fleet.keys.line('mallory', 'ada@example.org'));
    fleet.git('config', 'gpg.ssh.allowedSignersFile', '.git/own_signers');
    await fleet.refusedFor('commit.refused', 'its key is none of an allowed signer');
  });

  test('a commit that touches nothing of the fleet needs no signature', async () => {
    fleet.write('README.md', 'hello\n');
    fleet.commit(null, 'explain');
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('bob', 'add b');
    await fleet.goesThrough();
  });

  test('a commit that changes only a comment needs the signature of a member, and no role', async () => {
    fleet.write('inventory/a.yaml', `# the first\n${compute('a')}`);
    fleet.commit(null, 'explain');
    await fleet.refusedFor('commit.refused', 'it is not signed');
    fleet.git('commit', '--amend', '-qm', 'explain', '--no-edit');
    fleet.resign('eve');
    await fleet.goesThrough();
  });

  test('a member without the role is refused, with the permission, and who has it', async () => {
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('eve', 'add b');
    await fleet.refusedFor(
      'commit.refused',
      'eve@example.org, who signed it, lacks inventory.write, for create:Compute/b (held by ada@example.org, bob@example.org)',
    );
  });

  test('an allowed signer who is no member is refused', async () => {
    fleet.write(SIGNERS_FILE, fleet.keys.line('mallory', 'zoe@example.org'));
    fleet.commit('ada', 'let Zoe sign');
    await fleet.goesThrough();
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('mallory', 'add b');
    await fleet.refusedFor('commit.refused', 'zoe@example.org, who signed it, is no member');
  });

  test('a commit that adds its own signer is refused, also where a later one uses it', async () => {
    fleet.write(SIGNERS_FILE, fleet.keys.line('ada') + fleet.keys.line('mallory', 'ada@example.org'));
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('mallory', 'let me in');
    await fleet.refusedFor('commit.refused', 'its key is none of an allowed signer');
    fleet.write('inventory/c.yaml', compute('c'));
    fleet.commit('mallory', 'add c');
    await fleet.refusedFor('commit.refused', 'let me in', 'add c');
  });

  test('who may sign is changed by an admin, and by no operator', async () => {
    const more =
      fleet.keys.line('ada') + fleet.keys.line('bob') + fleet.keys.line('mallory', 'bob@example.org');
    fleet.write(SIGNERS_FILE, more);
    fleet.commit('bob', 'a second key');
    await fleet.refusedFor('commit.refused', `lacks provider.write, for change:${SIGNERS_FILE}`);
    fleet.resign('ada');
    await fleet.goesThrough();
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('mallory', 'add b');
    await fleet.goesThrough();
  });

  test('nobody gives themselves a role', async () => {
    fleet.write('inventory/org.yaml', ORGANIZATION.replace('[operator]', '[admin]'));
    fleet.commit('bob', 'promote me');
    await fleet.refusedFor('commit.refused', 'lacks provider.write of acme, for update:Organization/acme');
  });

  test('the signer counts, not the author a commit names', async () => {
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('eve', 'add b', '--author=Ada <ada@example.org>');
    await fleet.refusedFor(
      'commit.refused',
      'by ada@example.org',
      'eve@example.org, who signed it, lacks inventory.write',
    );
    fleet.resign('bob', '--author=Eve <eve@example.org>');
    await fleet.goesThrough();
  });

  test('a key that was withdrawn signs nothing more once that is applied', async () => {
    fleet.write(SIGNERS_FILE, fleet.keys.line('ada'));
    fleet.commit('ada', 'Bob leaves');
    await fleet.goesThrough();
    fleet.write('inventory/b.yaml', compute('b'));
    fleet.commit('bob', 'add b');
    await fleet.refusedFor('commit.refused', 'its key is none of an allowed signer');
  });

  test('a link in the inventory is refused: what it leads to is committed elsewhere', async () => {
    fleet.write('elsewhere.yaml', compute('b'));
    symlinkSync('../elsewhere.yaml', join(fleet.directory, 'inventory/b.yaml'));
    fleet.commit('ada', 'link');
    await fleet.refusedFor('commit.missing', 'inventory/b.yaml');
  });

  test('what is not committed is refused, also a file that git ignores', async () => {
    fleet.write('inventory/a.yaml', compute('a', 'bonn'));
    await fleet.refusedFor('commit.missing', 'inventory/a.yaml is not as committed');
    fleet.git('checkout', '-q', '.');
    fleet.write('.git/info/exclude', 'inventory/b.yaml\n');
    fleet.write('inventory/b.yaml', compute('b'));
    await fleet.refusedFor('commit.missing', 'inventory/b.yaml');
    fleet.remove('inventory/b.yaml');
    fleet.remove('.git/info/exclude');
    fleet.write('README.md', 'not committed, and of no concern\n');
    await fleet.goesThrough();
  });
});
