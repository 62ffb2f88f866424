import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const contract = (annotation: string, spec = ''): string => `apiVersion: stowage/v1
kind: Compute
metadata:
  name: db-01
  annotations: { ${annotation} }
spec:
  type: vm
  provider: own
  region: berlin
  billing: { monthlyCost: 10, contractEnd: '2026-01-31' }
${spec}`;
/** What is said besides that the annotation itself is at fault. */
const codes = (yaml: string): string[] =>
  diagnose(yaml).flatMap(({ code }) => (code === 'allow.unknown' ? [] : [code]));

describe('the annotation stowage/allow', () => {
  test('is needed: a contract that ends soon is a warning', () => {
    expect(codes(contract("note: 'x'"))).toEqual(['contract.expires-soon']);
  });

  test('silences the warning it names, with a reason', () => {
    expect(codes(contract("stowage/allow: 'contract.expires-soon: it is cancelled'"))).toEqual([]);
  });

  test('silences several, on lines of their own', () => {
    expect(codes(contract(`stowage/allow: "tag.other: old\\n  contract.expires-soon: cancelled"`))).toEqual(
      [],
    );
  });

  test.each([
    ['another warning', "stowage/allow: 'contract.expires: cancelled'"],
    ['a part of its name', "stowage/allow: 'contract: cancelled'"],
    ['a longer name', "stowage/allow: 'contract.expires-soon-2: cancelled'"],
    ['no reason', "stowage/allow: 'contract.expires-soon'"],
    ['a colon and no reason', "stowage/allow: 'contract.expires-soon: '"],
    ['a name in the midst of a reason', "stowage/allow: 'because contract.expires-soon: is wrong'"],
    ['another annotation', "allow: 'contract.expires-soon: cancelled'"],
  ])('does not silence it with %s', (_what, annotation) => {
    expect(codes(contract(annotation))).toEqual(['contract.expires-soon']);
  });

  test('silences it where the reason stands below, or goes on there', () => {
    expect(codes(contract(`stowage/allow: "contract.expires-soon:\\n  it is cancelled"`))).toEqual([]);
    expect(codes(contract(`stowage/allow: "contract.expires-soon: see\\n  https://example.org"`))).toEqual(
      [],
    );
  });

  test('silences on its own manifest only', () => {
    const allowed = contract("stowage/allow: 'contract.expires-soon: cancelled'");
    const other = contract("note: 'x'").replace('db-01', 'db-02');
    expect(diagnose(`${allowed}---\n${other}`).map(({ address }) => address)).toEqual(['Compute/db-02']);
  });

  test('never silences an error', () => {
    const yaml = contract(
      `stowage/allow: "reserved.above-capacity: we know\\ncontract.expires-soon: cancelled"`,
      '  reserved: { cores: 4 }\n',
    );
    expect(codes(yaml)).toEqual(['reserved.above-capacity']);
  });

  test('never silences a reference that leads nowhere', () => {
    const yaml = `apiVersion: stowage/v1
kind: Service
metadata: { name: web, annotations: { stowage/allow: 'ref.unknown: soon' } }
spec: { resources: { min: {} }, placement: { antiAffinityServices: [mail] } }
`;
    expect(codes(yaml)).toEqual(['ref.unknown']);
  });
});
