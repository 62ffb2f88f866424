import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';

const COMPUTE = `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin, billing: { monthlyCost: 10 } } }\n`;
const SERVICE = `{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} } } }\n`;
const HUNGRY = `{ apiVersion: stowage/v1, kind: Service, metadata: { name: hungry }, spec: { resources: { min: { cores: 8 } } } }\n`;
const ENDING = `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: old }, spec: { type: vm, provider: own, region: berlin, billing: { contractEnd: '2026-03-15' } } }\n`;
const TWICE = `${SERVICE}---\n${SERVICE}`;

let fleet: TestFleet;
const manifests = (...documents: readonly string[]): void =>
  fleet.write('inventory/fleet.yaml', documents.join('---\n'));
const documentOf = <T>(json: string): T => JSON.parse(json) as T;

interface PlanDocument {
  readonly steps: readonly { readonly verb: string }[];
  readonly guards: readonly unknown[];
  readonly unplaced: readonly unknown[];
  readonly diagnostics: readonly unknown[];
}

beforeAll(() => void (fleet = testFleet()));
afterAll(() => fleet.dispose());

describe('what validate -o json prints', () => {
  test('follows its schema for a valid fleet', async () => {
    manifests(COMPUTE, SERVICE);
    const { stdout, status } = await fleet.stowage('validate', '-o', 'json');
    expect(status).toBe(0);
    expect(departures('diagnostics.json', stdout)).toEqual([]);
    expect(documentOf(stdout)).toEqual({
      formatVersion: '1.0',
      valid: true,
      summary: { files: 1, resources: 2, errors: 0, warnings: 0 },
      diagnostics: [],
    });
  });

  test.each([
    ['errors with another end', TWICE, 3],
    ['warnings', ENDING, 0],
    ['text that is no YAML', 'kind: [', 3],
    ['manifests against their schema', 'apiVersion: stowage/v1\nkind: Service\nspec: 3\n', 3],
    [
      'a kind that does not exist',
      'apiVersion: stowage/v1\nkind: Servise\nmetadata: { name: x }\nspec: {}\n',
      3,
    ],
  ])('follows its schema for %s', async (_what, yaml, exit) => {
    manifests(yaml);
    const { stdout, status } = await fleet.stowage('validate', '-o', 'json');
    expect(departures('diagnostics.json', stdout)).toEqual([]);
    expect(status).toBe(exit);
    expect(documentOf<PlanDocument>(stdout).diagnostics.length).toBeGreaterThan(0);
  });
});

describe('what plan -o json prints', () => {
  test('follows its schema with changes, guards and instances that fit nowhere, and is also the plan file', async () => {
    manifests(COMPUTE, SERVICE, HUNGRY, ENDING);
    const { stdout, status } = await fleet.stowage('plan', '-o', 'json', '--out', 'plan.json');
    expect(status).toBe(4);
    expect(departures('plan.json', stdout)).toEqual([]);
    expect(readFileSync(join(fleet.directory, 'plan.json'), 'utf8')).toBe(stdout);
    const { steps, guards, unplaced, diagnostics } = documentOf<PlanDocument>(stdout);
    expect([steps.length, guards.length, unplaced.length, diagnostics.length]).toEqual([5, 1, 1, 1]);
  });

  test('is valid itself, and follows the schema of diagnostics, where the manifests are not', async () => {
    manifests(TWICE);
    const { stdout, status } = await fleet.stowage('plan', '-o', 'json');
    expect(status).toBe(3);
    expect(departures('diagnostics.json', stdout)).toEqual([]);
    const applied = await fleet.stowage('apply', '--yes', '-o', 'json');
    expect(applied).toMatchObject({ status: 3, stdout });
  });
});

describe('what apply -o json prints', () => {
  test('is a line for an event, each after its schema, and nothing else', async () => {
    manifests(COMPUTE, SERVICE);
    const { stdout, status, stderr } = await fleet.stowage('apply', '--yes', '-o', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.flatMap((line) => departures('apply-event.json', line))).toEqual([]);
    expect(lines.map((line) => documentOf<{ type: string }>(line).type)).toEqual([
      'started',
      'recording',
      'done',
      'done',
      'done',
      'finished',
    ]);
  });

  test('says that it finished though there was nothing to do', async () => {
    const { stdout } = await fleet.stowage('apply', '-o', 'json');
    expect(departures('apply-event.json', stdout)).toEqual([]);
    expect(documentOf(stdout)).toMatchObject({ type: 'finished', steps: 0, entries: 0, serial: 1 });
  });
});

describe('what plan -o json prints after an apply', () => {
  test('follows its schema with nothing to do', async () => {
    const { stdout, status } = await fleet.stowage('plan', '-o', 'json');
    expect(status).toBe(0);
    expect(departures('plan.json', stdout)).toEqual([]);
    expect(documentOf<PlanDocument>(stdout).steps).toEqual([]);
  });

  test('follows its schema with every verb of a change', async () => {
    manifests(
      COMPUTE.replace('berlin', 'bonn'),
      SERVICE.replace('resources', 'replicas: 2, resources'),
      ENDING,
    );
    const { stdout } = await fleet.stowage('plan', '-o', 'json');
    expect(departures('plan.json', stdout)).toEqual([]);
    manifests(ENDING);
    const deleting = await fleet.stowage('plan', '-o', 'json');
    expect(departures('plan.json', deleting.stdout)).toEqual([]);
    expect(documentOf<PlanDocument>(deleting.stdout).steps.map(({ verb }) => verb)).toEqual([
      'create',
      'release',
      'delete',
      'delete',
    ]);
  });
});

describe('what journal -o json prints', () => {
  test('follows its schema for entries of an apply and of a person', async () => {
    const added = await fleet.stowage(
      'journal',
      'add',
      '--compute',
      'web-01',
      'the fan failed\n\nand was replaced',
      '-o',
      'json',
    );
    expect(departures('journal.json', added.stdout)).toEqual([]);
    const listed = await fleet.stowage('journal', 'list', '-o', 'json');
    expect(departures('journal.json', listed.stdout)).toEqual([]);
    expect(documentOf<{ entries: unknown[] }>(listed.stdout).entries).toHaveLength(4);
  });

  test('follows its schema for no entry', async () => {
    const { stdout } = await fleet.stowage('journal', 'list', '--compute', 'nowhere', '-o', 'json');
    expect(departures('journal.json', stdout)).toEqual([]);
    expect(documentOf(stdout)).toEqual({ formatVersion: '1.0', entries: [] });
  });
});

describe('the sample fleet', () => {
  test('is planned, applied and journaled after the schemas', async () => {
    const sample = testFleet();
    try {
      cpSync('inventory', join(sample.directory, 'inventory'), { recursive: true });
      const validated = await sample.stowage('validate', '-o', 'json');
      expect(departures('diagnostics.json', validated.stdout)).toEqual([]);
      const planned = await sample.stowage('plan', '-o', 'json');
      expect(departures('plan.json', planned.stdout)).toEqual([]);
      const { steps } = documentOf<PlanDocument>(planned.stdout);
      expect(steps.length).toBeGreaterThan(600);

      const applied = await sample.stowage('apply', '--yes', '-o', 'json');
      const lines = applied.stdout.trimEnd().split('\n');
      expect(lines.flatMap((line) => departures('apply-event.json', line))).toEqual([]);
      expect(lines).toHaveLength(steps.length + 3);
      const listed = await sample.stowage('journal', '-o', 'json');
      expect(departures('journal.json', listed.stdout)).toEqual([]);
    } finally {
      sample.dispose();
    }
  });
});
