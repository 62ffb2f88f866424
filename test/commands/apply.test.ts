import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const COMPUTE = `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin } }\n`;
const SERVICE = `{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} } } }\n`;
const FLEET = `${COMPUTE}---\n${SERVICE}`;
const HUNGRY = `${FLEET}---\n${SERVICE.replace('name: web', 'name: hungry').replace('min: {}', 'min: { cores: 8 }')}`;

let fleet: TestFleet;
const write = (yaml: string): void => fleet.write('inventory/fleet.yaml', yaml);
const commits = (): string => fleet.git('for-each-ref', '--format=%(refname) %(objectname)');
/** Everything that git keeps, so that nothing was made in passing. */
const stored = (): string => `${commits()}${fleet.git('count-objects', '-v')}`;

afterAll(() => fleet.dispose());

describe('an apply', () => {
  beforeAll(() => {
    fleet = testFleet();
    write(FLEET);
  });

  test('that nobody confirms says which flag to give, and does nothing', async () => {
    const before = stored();
    expect(await fleet.stowage('apply')).toMatchObject({
      status: 1,
      stderr:
        'error apply.unconfirmed: nobody is there to confirm the plan\n' +
        '  help: look at the plan with `stowage plan`, then run `stowage apply --yes`\n',
    });
    expect(stored()).toBe(before);
  });

  test('that is answered with anything but the fleet’s name does nothing', async () => {
    const before = stored();
    for (const answer of ['yes', '', 'Test', 'test1']) {
      const { status, stderr } = await fleet.stowageIn({ answer }, 'apply');
      expect({ status, stderr }).toEqual({ status: 1, stderr: 'Nothing was applied.\n' });
    }
    expect(stored()).toBe(before);
  });

  test('that is answered with the fleet’s name is carried out, a commit for every entry', async () => {
    const { status, stderr } = await fleet.stowageIn({ answer: ' test\n' }, 'apply');
    expect(stderr).toMatch(
      /^Recording 3 journal entries\nApplied 3 steps: 3 journal entries, state [0-9a-f]{7} \(serial 1\)\n$/,
    );
    expect(status).toBe(0);
    expect(fleet.git('rev-list', '--count', 'stowage/state').trim()).toBe('3');
  });

  test('that follows adds no commit', async () => {
    const before = stored();
    for (const flags of [['--yes'], [], ['-o', 'json'], ['--quiet', '--yes']]) {
      expect((await fleet.stowage('apply', ...flags)).status).toBe(0);
    }
    expect(stored()).toBe(before);
  });

  test('shows its plan before it asks', async () => {
    write(FLEET.replace('berlin', 'bonn'));
    const { stdout } = await fleet.stowage('apply');
    expect(stdout).toContain('!     spec.region: berlin → bonn\n');
  });

  test('says only what was applied with --quiet', async () => {
    const { stdout, stderr } = await fleet.stowage('apply', '--yes', '--quiet');
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Applied 1 step: 1 journal entry, state [0-9a-f]{7} \(serial 2\)\n$/);
  });

  test('leaves work tree, index and other branches alone', () => {
    expect(fleet.git('status', '--porcelain', '--untracked-files=all')).toBe(
      '?? inventory/fleet.yaml\n?? stowage.yaml\n',
    );
    expect(fleet.git('for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      'refs/heads/stowage/state',
      'refs/stowage/lock/stowage/state',
      '',
    ]);
  });
});

describe('a plan', () => {
  beforeAll(async () => {
    fleet.dispose();
    fleet = testFleet();
    write(FLEET);
    await fleet.stowage('apply', '--yes');
  });
  beforeEach(() => write(FLEET));

  test('of nothing exits with 0, even where details are asked for', async () => {
    expect(await fleet.stowage('plan', '--detailed-exitcode')).toEqual({
      status: 0,
      stdout: 'test: nothing to do, 2 resources as recorded\n',
      stderr: '',
    });
  });

  test('of something exits with 2 where details are asked for, and says how to go on', async () => {
    write(FLEET.replace('berlin', 'bonn'));
    expect((await fleet.stowage('plan', '--detailed-exitcode')).status).toBe(2);
    expect(await fleet.stowage('plan')).toMatchObject({ status: 0, stderr: 'Next: stowage apply\n' });
    expect((await fleet.stowage('plan', '--quiet')).stderr).toBe('');
  });

  test('that a guard stops exits with 4, whatever is asked for', async () => {
    write(HUNGRY);
    expect((await fleet.stowage('plan', '--detailed-exitcode')).status).toBe(4);
    expect((await fleet.stowage('plan')).status).toBe(4);
  });

  test('writes nothing to the repository', async () => {
    const before = stored();
    write(FLEET.replace('berlin', 'bonn'));
    for (const output of ['text', 'json', 'markdown']) await fleet.stowage('plan', '-o', output);
    expect(stored()).toBe(before);
  });

  test('is the same, byte for byte, every time', async () => {
    write(FLEET.replace('berlin', 'bonn'));
    const [one, two] = [await fleet.stowage('plan', '-o', 'json'), await fleet.stowage('plan', '-o', 'json')];
    expect(one.stdout).toBe(two.stdout);
  });

  test('that cannot be written is an error of its own', async () => {
    const { status, stderr } = await fleet.stowage('plan', '--quiet', '--out', 'no/such/folder.json');
    expect(stderr).toBe(
      'error plan.unwritable: the plan cannot be written to no/such/folder.json (ENOENT)\n' +
        '  help: name a file in a folder that exists and may be written to\n',
    );
    expect(status).toBe(1);
  });
});

describe('a plan file', () => {
  const out = (): string => readFileSync(join(fleet.directory, 'plan.json'), 'utf8');
  const refused = async (surroundings = {}): Promise<string> => {
    const before = stored();
    const { status, stderr, stdout } = await fleet.stowageIn(surroundings, 'apply', 'plan.json', '--yes');
    expect({ stdout, status }).toEqual({ stdout: '', status: 5 });
    expect(stored()).toBe(before);
    return stderr;
  };

  let written = '';
  beforeAll(async () => {
    fleet.dispose();
    fleet = testFleet();
    write(FLEET);
    const { stderr } = await fleet.stowage('plan', '--out', 'plan.json');
    expect(stderr).toBe('Next: stowage apply plan.json\n');
    written = out();
  });
  beforeEach(() => {
    fleet.git('update-ref', '-d', 'refs/heads/stowage/state');
    write(FLEET);
    fleet.write('plan.json', written);
  });

  test('is carried out as it was written, once', async () => {
    expect((await fleet.stowage('apply', 'plan.json', '--yes')).status).toBe(0);
    expect(fleet.git('log', '--format=%s', 'stowage/state').trim().split('\n')).toHaveLength(3);
    expect(await refused()).toMatch(
      /^error plan\.stale: the plan no longer holds: something was applied since \(state none → [0-9a-f]{7}\)\n {2}help: run `stowage plan` again and review it\n$/,
    );
  });

  test('holds on another day, when warnings have come', async () => {
    const contract = COMPUTE.replace('berlin', "berlin, billing: { contractEnd: '2026-06-01' }");
    write(contract);
    await fleet.stowage('plan', '--out', 'plan.json');
    const later = { now: '2026-05-31T12:00:00Z' };
    expect((await fleet.stowageIn(later, 'plan')).stderr).toContain('contract.expires-soon');
    expect((await fleet.stowageIn(later, 'apply', 'plan.json', '--yes')).status).toBe(0);
  });

  test('is stale when a manifest changed', async () => {
    write(FLEET.replace('berlin', 'bonn'));
    expect(await refused()).toMatch(
      /the plan no longer holds: the manifests changed \(tree [0-9a-f]{7} → [0-9a-f]{7}\)/,
    );
  });

  test('is stale when only a comment changed, for that was not reviewed', async () => {
    write(`# note\n${FLEET}`);
    expect(await refused()).toContain('the manifests changed');
  });

  test('is stale when somebody wrote to the journal', async () => {
    await fleet.stowage('journal', 'add', 'the fan failed');
    expect(await refused()).toContain('something was applied since (state none → ');
  });

  test('is stale with another version of the tool', async () => {
    expect(await refused({ version: '9.9.9' })).toContain('stowage is another version (0.0.0-test → 9.9.9)');
  });

  test('names all that changed', async () => {
    write(FLEET.replace('berlin', 'bonn'));
    await fleet.stowage('journal', 'add', 'the fan failed');
    const stderr = await refused();
    expect(stderr).toContain('the manifests changed');
    expect(stderr).toContain('; something was applied since');
  });

  test.each([
    ['a step', '"id": "create:Service/web"', '"id": "create:Service/wed"'],
    ['a step’s words', '"summary": "vm at own, berlin"', '"summary": "vm at own, bonn"'],
    ['a cost', '"cost": 0', '"cost": 1'],
    ['a need', '"create:Compute/web-01",', '"create:Compute/web-02",'],
    ['its digest', '"digest": "sha256:', '"digest": "sha256:0'],
    ['a summary', '"create": 2', '"create": 1'],
  ])('is refused when %s was edited', async (_what, from, to) => {
    const text = out();
    expect(text).toContain(from);
    fleet.write('plan.json', text.replace(from, to));
    expect(await refused()).toContain('the plan no longer holds: the plan file itself was edited');
  });

  test('may be laid out anew', async () => {
    fleet.write('plan.json', JSON.stringify(JSON.parse(out())));
    expect((await fleet.stowage('apply', 'plan.json', '--yes')).status).toBe(0);
  });

  test.each([
    ['nothing', ''],
    ['text', 'not a plan'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['another document', '{"formatVersion":"1.0","valid":true}'],
    ['a plan without a basis', '{"formatVersion":"1.0","digest":"sha256:0","basedOn":null}'],
    ['a version that is no text', '{"formatVersion":1,"digest":"sha256:0","basedOn":{}}'],
    ['half a plan', '{"formatVersion":"1.0","digest":"sha25'],
  ])('that holds %s is no plan', async (_what, text) => {
    fleet.write('plan.json', text);
    const before = stored();
    const { status, stderr } = await fleet.stowage('apply', 'plan.json', '--yes');
    expect(stderr).toMatch(
      /^error plan\.unreadable: plan\.json is no plan(: it is not JSON)?\n {2}help: write it anew with `stowage plan --out`\n$/,
    );
    expect(status).toBe(1);
    expect(stored()).toBe(before);
  });

  test('of a later format is not guessed at', async () => {
    fleet.write('plan.json', out().replace('"formatVersion": "1.0"', '"formatVersion": "2.0"'));
    const { status, stderr } = await fleet.stowage('apply', 'plan.json', '--yes');
    expect(stderr).toContain('plan.json has plan format 2.0, and this tool reads 1');
    expect(status).toBe(1);
  });

  test('that does not exist is said to be missing', async () => {
    const { status, stderr } = await fleet.stowage('apply', 'other.json', '--yes');
    expect(stderr).toContain('error plan.unreadable: other.json cannot be read (ENOENT)\n');
    expect(status).toBe(1);
  });
});

describe('a guard', () => {
  let digest = '';
  beforeAll(async () => {
    fleet.dispose();
    fleet = testFleet();
    write(HUNGRY);
    const { stdout } = await fleet.stowage('plan', '-o', 'json');
    digest = (JSON.parse(stdout) as { digest: string }).digest;
  });

  test('refuses an apply, yes or no, and says how to accept it', async () => {
    const before = stored();
    for (const flags of [['--yes'], []]) {
      const { status, stderr } = await fleet.stowage('apply', ...flags);
      expect(status).toBe(4);
      expect(stderr).toBe(
        'error apply.refused: unplaced: 1 instance fits nowhere: hungry\n' +
          `  help: to accept it for this plan: --approve unplaced=${digest}\n`,
      );
    }
    expect(stored()).toBe(before);
  });

  test.each([
    ['names no plan', 'unplaced', 'error approve.syntax: --approve unplaced names no plan\n'],
    [
      'is for another plan',
      `unplaced=sha256:${'0'.repeat(64)}`,
      'error approve.other-plan: --approve unplaced is for another plan (sha256:000000000000…)',
    ],
    ['is for no plan', 'unplaced=', 'error approve.other-plan: '],
  ])('is not accepted by an approval that %s', async (_what, approval, said) => {
    const before = stored();
    const { status, stderr } = await fleet.stowage('apply', '--yes', '--approve', approval);
    expect(stderr).toContain(said);
    expect(status).toBe(1);
    expect(stored()).toBe(before);
  });

  test('is not accepted under another name', async () => {
    const { status, stderr } = await fleet.stowage('apply', '--yes', '--approve', `deletions=${digest}`);
    expect(stderr).toBe(
      'error approve.unknown: this plan has no guard named deletions\n  help: its guards: unplaced\n',
    );
    expect(status).toBe(1);
  });

  test('that is accepted still waits to be confirmed', async () => {
    expect((await fleet.stowage('apply', '--approve', `unplaced=${digest}`)).stderr).toContain(
      'error apply.unconfirmed',
    );
  });

  test('that is accepted for exactly this plan lets it pass', async () => {
    const { status, stdout } = await fleet.stowage('apply', '--yes', '--approve', `unplaced=${digest}`);
    expect(stdout).toContain('! approved: unplaced: 1 instance fits nowhere: hungry\n');
    expect(status).toBe(0);
  });

  test('speaks again in the next plan', async () => {
    expect((await fleet.stowage('apply', '--yes')).status).toBe(4);
    const { stderr } = await fleet.stowage('apply', '--yes', '--approve', `unplaced=${digest}`);
    expect(stderr).toContain('error approve.other-plan');
  });
});
