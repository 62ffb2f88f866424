import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const fleet = (selector: string, ...more: readonly string[]): string =>
  [
    'apiVersion: stowage/v1\nkind: Organization\nmetadata: { name: acme }\nspec: {}\n',
    'apiVersion: stowage/v1\nkind: Compute\nmetadata: { name: cp-01 }\nspec: { type: vm, provider: own, region: fsn1, tags: { role: cp } }\n',
    `apiVersion: stowage/v1\nkind: Workspace\nmetadata: { name: prod }\nspec: { organization: acme, type: kubernetes, kubernetes: { version: '1.31', managementProvider: hetzner-cloud, controlPlane: { ${selector} } } }\n`,
    ...more,
  ].join('---\n');
const codes = (text: string) => diagnose(text).map(({ code }) => code);

describe('cluster.no-control-plane: a cluster has nodes that let others join', () => {
  test('a selector that chooses nothing is a warning', () => {
    expect(diagnose(fleet('matchLabels: { role: pc }'))).toEqual([
      expect.objectContaining({
        code: 'cluster.no-control-plane',
        severity: 'warning',
        pointer: '/spec/kubernetes/controlPlane',
        message: 'the selector chooses no compute, so no host could join the cluster',
      }),
    ]);
  });

  test('one that chooses a compute passes', () => {
    expect(codes(fleet('matchLabels: { role: cp }'))).toEqual([]);
  });

  test('a key that no compute has is that mistake alone', () => {
    expect(codes(fleet('matchLabels: { roll: cp }'))).toEqual(['tag.unknown-key-in-selector']);
  });
});
