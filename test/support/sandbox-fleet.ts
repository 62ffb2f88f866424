import { join } from 'node:path';
import type { FoundMachine, Machine } from '../../src/model/machine.ts';
import { MachineFiles } from '../../src/providers/sandbox/machine-files.ts';
import type { TestFleet } from './command.ts';

/** An organization with a workspace, and a sandbox named `pool` that its hosts come from. */
export const POOL = `{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: pool }, spec: { family: sandbox } }
`;

/** The machines of a fleet's sandbox, to look at and to meddle with behind its back. */
export function machinesOf({ directory }: TestFleet, provider = 'pool'): MachineFiles {
  return new MachineFiles(join(directory, '.stowage/sandbox', provider));
}

/** Puts a machine into a fleet's sandbox that nobody ordered. */
export function stray(
  fleet: TestFleet,
  machine: Partial<Machine> & Pick<Machine, 'id'>,
  facts?: Partial<FoundMachine>,
) {
  const since = '2026-01-01T00:00:00Z';
  const common = { name: machine.id, marker: null, state: 'running', addresses: [], region: 'north', since };
  machinesOf(fleet).add({ ...common, ...machine }, facts);
}
