import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { CHECK_CATALOGUE } from '../../src/pipeline/check-catalogue.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { diagnosticsGithub } from '../../src/render/diagnostics-github.ts';
import { diagnosticsGitlab } from '../../src/render/diagnostics-gitlab.ts';
import { diagnosticsJunit } from '../../src/render/diagnostics-junit.ts';
import { diagnosticsSarif } from '../../src/render/diagnostics-sarif.ts';
import type { Findings } from '../../src/render/findings.ts';
import { TODAY } from '../support/diagnose.ts';
import { expectGolden } from '../support/golden.ts';
import { newAjv } from '../support/output-schema.ts';
import { fileOf } from '../support/planned.ts';

/** The last schema of SARIF 2.1.0. It is of draft 4, of which it uses nothing that later drafts read otherwise. */
const SARIF_SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

const service = (name: string, spec: string): string =>
  `apiVersion: stowage/v1\nkind: Service\nmetadata: { name: ${name} }\nspec:\n  ${spec}\n`;
const FLEET = {
  'inventory/a & b.yaml': `${service('web', 'resources: { min: { cores: 8 }, max: { cores: 4 } }')}---
apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-01 }
spec: { type: vm, provider: own, region: berlin, billing: { contractEnd: 2026-02-01 } }
`,
  'inventory/fine.yaml': service('fine', 'resources: { min: {} }'),
  'inventory/mail.yaml': service(
    'mail',
    'resources: { min: {} }\n  placement: { antiAffinityServices: [gone] }',
  ),
  'inventory/post.yaml': service(
    'post',
    'resources: { min: {}, mox: {} }\n  placement: { antiAffinityServices: [gone] }',
  ),
  'inventory/queue.yaml': service(
    'queue',
    'resources: { min: {} }\n  placement: { antiAffinityServices: [gone] }',
  ),
};

/** What is found in some files, as `validate` would hand it on. */
function findings(fleet: Readonly<Record<string, string>>, today: string = TODAY): Findings {
  const { diagnostics } = validateFleet(
    Object.entries(fleet).map(([path, text]) => fileOf(path, text)),
    today,
  );
  return {
    diagnostics,
    files: Object.keys(fleet),
    lineOf: (file, line) => fleet[file]?.split('\n')[line - 1],
    checks: CHECK_CATALOGUE,
    version: '1.2.3',
  };
}

describe('what a CI service reads', () => {
  test.each([
    ['sarif.json', diagnosticsSarif],
    ['gitlab.json', diagnosticsGitlab],
    ['junit.xml', diagnosticsJunit],
    ['github.txt', ({ diagnostics }: Findings) => diagnosticsGithub(diagnostics)],
  ])('is %s, byte for byte', (file, report) => {
    expectGolden(`test/golden/diagnostics/${file}`, report(findings(FLEET)));
  });

  test('is as complete of a fleet without mistakes', () => {
    const found = findings({ 'fine.yaml': FLEET['inventory/fine.yaml'] });
    expect(JSON.parse(diagnosticsGitlab(found))).toEqual([]);
    expect(JSON.parse(diagnosticsSarif(found))).toMatchObject({ runs: [{ results: [] }] });
    expect(diagnosticsJunit(found)).toContain('tests="1" failures="0"');
  });
});

test('SARIF is valid against its schema', () => {
  const { id, ...schema } = JSON.parse(readFileSync(SARIF_SCHEMA, 'utf8')) as Record<string, unknown>;
  expect(id).toContain('sarif-2.1.0');
  const validate = newAjv({ strict: false, unicodeRegExp: false }).compile({ ...schema, $schema: undefined });
  for (const fleet of [FLEET, {}]) {
    validate(JSON.parse(diagnosticsSarif(findings(fleet))));
    expect(validate.errors).toBeNull();
  }
  expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
});

describe('a fingerprint', () => {
  const printsOf = (found: Findings): string[] =>
    (JSON.parse(diagnosticsGitlab(found)) as { check_name: string; fingerprint: string }[]).map(
      ({ check_name, fingerprint }) => `${check_name} ${fingerprint}`,
    );
  const inOneFile = (text: string): string[] => printsOf(findings({ 'fleet.yaml': text })).sort();
  const before = FLEET['inventory/a & b.yaml'];

  test('is one of a finding alone', () => {
    expect(new Set(printsOf(findings(FLEET))).size).toBe(findings(FLEET).diagnostics.length);
  });

  test('stays while lines move, manifests change places and days pass', () => {
    const [one, two] = before.split('---\n');
    expect(inOneFile(`# a comment\n\n${two}---\n${one}`)).toEqual(inOneFile(before));
    const later = findings({ 'fleet.yaml': before }, '2026-01-16');
    expect(printsOf(later).sort()).toEqual(inOneFile(before));
  });

  test('changes with the value that is wrong, and with the object', () => {
    const same = (edit: string): string[] =>
      inOneFile(edit).filter((print) => inOneFile(before).includes(print));
    expect(inOneFile(before)).toHaveLength(2);
    expect(same(before.replace('cores: 8', 'cores: 9'))).toHaveLength(1);
    expect(same(before.replace('name: web', 'name: www'))).toHaveLength(1);
  });

  test('of an entry of a list outlives an entry before it', () => {
    const list = (names: string): string =>
      service('web', `resources: { min: {} }\n  placement: { antiAffinityServices: [${names}] }`);
    expect(inOneFile(list('one, two'))).toEqual(expect.arrayContaining(inOneFile(list('two'))));
  });

  test('tells apart what is alike in everything', () => {
    const twice = service('web', 'resources: { min: {} }\n  placement: { antiAffinityServices: [web, web] }');
    const found = findings({ 'fleet.yaml': twice });
    const cycles = found.diagnostics.filter(({ code }) => code === 'ref.cycle');
    expect(cycles.length).toBeLessThanOrEqual(2);
    expect(new Set(printsOf(found)).size).toBe(found.diagnostics.length);
  });
});

describe('JUnit', () => {
  const [first] = findings(FLEET).diagnostics;
  const hostile = (text: string): string =>
    diagnosticsJunit({
      ...findings({}),
      diagnostics: [{ ...(first as Diagnostic), file: text, message: text, hint: text }],
    });

  test('holds nothing that ends a tag or a text', () => {
    expect(hostile('a"<b>&]]>')).toContain('name="a&quot;&lt;b&gt;&amp;]]&gt;"');
    expect(hostile('a"<b>&]]>').match(/<b>|\]\]>|&]/g)).toBeNull();
  });

  test('holds no character that XML cannot', () => {
    expect(hostile('a\u0000\u0008\u001b\ufffe\ud800b')).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u,
    );
  });

  test('counts a file that only warns as passed', () => {
    const [, compute = ''] = FLEET['inventory/a & b.yaml'].split('---\n');
    const report = diagnosticsJunit(findings({ 'compute.yaml': compute }));
    expect(report).toContain('tests="1" failures="0"');
    expect(report).toContain('<system-out>compute.yaml:4:');
  });
});
