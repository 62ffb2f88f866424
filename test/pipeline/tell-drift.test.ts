import { expect, test } from '@jest/globals';
import type { Deviation, Drift } from '../../src/model/drift.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { tellDrift } from '../../src/pipeline/tell-drift.ts';
import { graphOf } from '../support/fleet.ts';

const source = {
  file: 'f.yaml',
  locate: () => ({ file: 'f.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }),
};
const DEVIATION: Deviation = {
  what: 'gone',
  provider: 'cloud',
  machine: '1',
  name: 'web-01',
  address: 'Host/web-01',
  departures: [],
  price: null,
  advice: 'order another',
};
const CLOUD: Manifest = {
  apiVersion: 'stowage/v1',
  kind: 'ComputeProvider',
  metadata: { name: 'cloud', protect: false },
  spec: { family: 'sandbox', allowOrders: false },
  source,
};

function host(allow?: string): Manifest {
  const annotations = { ...(allow !== undefined && { 'stowage/allow': allow }) };
  return {
    apiVersion: 'stowage/v1',
    kind: 'Host',
    metadata: { name: 'web-01', protect: false, annotations },
    spec: { workspace: 'prod', profile: 'small', state: 'active' },
    source,
  };
}

function told(deviations: readonly Deviation[], manifests: readonly Manifest[], rest: Partial<Drift> = {}) {
  const drift: Drift = { fleet: 'acme', providers: [], deviations, silent: [], ...rest };
  return tellDrift(drift, graphOf(manifests)).map(({ code, address, message }) => ({
    code,
    address,
    message,
  }));
}

test('a deviation is a warning at its Host', () => {
  expect(told([DEVIATION], [host(), CLOUD])).toEqual([
    { code: 'drift.gone', address: 'Host/web-01', message: 'machine 1 of web-01 is gone from cloud' },
  ]);
});

test('a deviation that the Host allows is not told', () => {
  expect(told([DEVIATION], [host('drift.gone: it is being replaced'), CLOUD])).toEqual([]);
  expect(told([DEVIATION], [host('drift.changed: whatever'), CLOUD])).toHaveLength(1);
});

test('an orphan, a Host that is not declared any more, and silence are told at the provider', () => {
  const orphan: Deviation = { ...DEVIATION, what: 'orphan', address: null };
  const silent = [{ provider: 'cloud', message: 'no answer', hint: 'again' }];
  expect(told([orphan, DEVIATION], [CLOUD], { silent }).map(({ code, address }) => [code, address])).toEqual([
    ['drift.orphan', 'ComputeProvider/cloud'],
    ['drift.gone', 'ComputeProvider/cloud'],
    ['drift.unknown', 'ComputeProvider/cloud'],
  ]);
});
