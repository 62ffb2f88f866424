import { describe, expect, test } from '@jest/globals';
import type { Note, Step } from '../../../src/model/step.ts';
import { edited, planOf, recordedFrom } from '../../support/planned.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-02 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-03 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Component, metadata: { name: disk }, spec: { type: storage, manufacturer: Samsung, model: PM9A3, specs: { capacity_gb: 1920, type: nvme } } }
---
{ apiVersion: stowage/v1, kind: ComponentAssignment, metadata: { name: disks }, spec: { component: disk, computes: [web-01, web-02], quantity: 2 } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: web-v4 }, spec: { address: 49.12.8.10, type: public } }
---
{ apiVersion: stowage/v1, kind: IPAssignment, metadata: { name: web-v4 }, spec: { ip: web-v4, compute: web-01 } }
---
{ apiVersion: stowage/v1, kind: FirewallRule, metadata: { name: ssh }, spec: { action: ALLOW, protocol: tcp, source: any, destination: any, portStart: 22 } }
---
{ apiVersion: stowage/v1, kind: FirewallAssignment, metadata: { name: ssh }, spec: { rule: ssh, compute: web-03 } }
`;

/** The one step that an edit of the fleet leads to. */
function stepOf(...edits: readonly (readonly [string, string])[]): Step {
  const { steps } = planOf(edited(FLEET, ...edits), { recorded: recordedFrom(FLEET) });
  const [step, ...others] = steps;
  if (!step || others.length > 0) throw new Error(`there are ${steps.length} steps`);
  return step;
}

const told = ({ notes }: Pick<Step, 'notes'>): string[] =>
  notes.map(({ compute, category, subject }: Note) => `${category}(${compute ?? 'fleet'}): ${subject}`);
const without = (part: string): readonly [string, string] => {
  const [document = ''] = FLEET.split('---\n').filter((each) => each.includes(part));
  return [`---\n${document}`, ''];
};

describe('the step of an object', () => {
  test('says what it does, to what, with which fields', () => {
    expect(stepOf(['portStart: 22', 'portStart: 2222'])).toEqual({
      id: 'update:FirewallRule/ssh',
      verb: 'update',
      address: 'FirewallRule/ssh',
      provider: null,
      needs: [],
      changes: [{ path: 'spec.portStart', before: 22, after: 2222 }],
      summary: 'ALLOW tcp 2222 from any',
      cost: 0,
      effect: expect.objectContaining({ of: 'object' }) as unknown,
      notes: [
        { compute: null, category: 'network', subject: 'change FirewallRule ssh, portStart 22 → 2222' },
      ],
    });
  });

  test('is told in the journal of the compute it is about', () => {
    const { steps } = planOf(FLEET);
    expect(Object.fromEntries(steps.map((step) => [step.id, told(step)]))).toEqual({
      'create:Component/disk': ['hardware(fleet): add Component disk, storage Samsung PM9A3'],
      'create:Compute/web-01': ['hardware(web-01): add Compute web-01, vm at own, berlin'],
      'create:Compute/web-02': ['hardware(web-02): add Compute web-02, vm at own, berlin'],
      'create:Compute/web-03': ['hardware(web-03): add Compute web-03, vm at own, berlin'],
      'create:ComponentAssignment/disks': [
        'hardware(web-01): add ComponentAssignment disks, 2 × Samsung PM9A3, in 2 computes',
        'hardware(web-02): add ComponentAssignment disks, 2 × Samsung PM9A3, in 2 computes',
      ],
      'create:IPAddress/web-v4': ['network(web-01): add IPAddress web-v4, 49.12.8.10, public'],
      'create:IPAssignment/web-v4': ['network(web-01): add IPAssignment web-v4, 49.12.8.10 for web-01'],
      'create:FirewallRule/ssh': ['network(fleet): add FirewallRule ssh, ALLOW tcp 22 from any'],
      'create:FirewallAssignment/ssh': ['network(web-03): add FirewallAssignment ssh, ssh on web-03'],
    });
  });

  test('that turns from one compute to another is told in the journals of both', () => {
    expect(told(stepOf(['ip: web-v4, compute: web-01', 'ip: web-v4, compute: web-02']))).toEqual([
      'network(web-01): change IPAssignment web-v4, compute web-01 → web-02',
      'network(web-02): change IPAssignment web-v4, compute web-01 → web-02',
    ]);
  });

  test('of a list that one compute joins concerns that compute alone', () => {
    expect(told(stepOf(['[web-01, web-02]', '[web-01, web-02, web-03]']))).toEqual([
      'hardware(web-03): change ComponentAssignment disks, computes ["web-01","web-02"] → ["web-01","web-02","web-03"]',
    ]);
  });

  test('of a list that one leaves and another joins concerns those two', () => {
    const computes = stepOf(['[web-01, web-02]', '[web-01, web-03]']).notes.map(({ compute }) => compute);
    expect(computes).toEqual(['web-02', 'web-03']);
  });

  test('that changes more than the list concerns all who have it', () => {
    const step = stepOf(['[web-01, web-02]', '[web-01, web-03]'], ['quantity: 2', 'quantity: 4']);
    expect(step.notes.map(({ compute }) => compute)).toEqual(['web-01', 'web-02', 'web-03']);
    expect(step.notes[0]?.subject).toBe(
      'change ComponentAssignment disks, computes ["web-01","web-02"] → ["web-01","web-03"] and 1 more',
    );
  });

  test('that goes is told where it was', () => {
    expect(told(stepOf(without('kind: FirewallAssignment')))).toEqual([
      'network(web-03): remove FirewallAssignment ssh, ssh on web-03',
    ]);
  });

  test('that goes together with what tied it to a compute is told there still', () => {
    const { steps } = planOf(edited(FLEET, without('kind: IPAssignment'), without('kind: IPAddress')), {
      recorded: recordedFrom(FLEET),
    });
    expect(steps.flatMap(told)).toEqual([
      'network(web-01): remove IPAssignment web-v4, 49.12.8.10 for web-01',
      'network(web-01): remove IPAddress web-v4, 49.12.8.10, public',
    ]);
  });

  test.each([
    [
      'taking a compute out of service',
      'state: maintenance',
      'maintenance',
      'state "active" → "maintenance"',
    ],
    ['more than its state', 'state: inactive, tags: { a: b }', 'hardware', ''],
    ['anything else', 'tags: { a: b }', 'hardware', ''],
  ])('about %s', (_what, spec, category) => {
    const step = stepOf(['web-03 }, spec: { type: vm,', `web-03 }, spec: { type: vm, ${spec},`]);
    expect(step.notes.map((note) => [note.compute, note.category])).toEqual([['web-03', category]]);
  });
});

describe('the subject of an entry', () => {
  const subjectOf = (field: string): string =>
    stepOf(['web-03 }, spec: {', `web-03 }, spec: { ${field},`]).notes[0]?.subject ?? '';
  const subjectOfAnnotation = (text: string): string =>
    stepOf(['name: web-03 }', `name: web-03, annotations: { note: ${JSON.stringify(text)} } }`]).notes[0]
      ?.subject ?? '';

  test('says what a field is now', () => {
    expect(subjectOf('tags: { env: prod }')).toBe('change Compute web-03, tags is now {"env":"prod"}');
  });

  test('says that a field is gone', () => {
    const recorded = recordedFrom(edited(FLEET, ['web-03 }, spec: {', 'web-03 }, spec: { tags: { a: b },']));
    const [step] = planOf(FLEET, { recorded }).steps;
    expect(step?.notes[0]?.subject).toBe('change Compute web-03, tags is gone');
  });

  test('leaves the lines of a text away', () => {
    expect(subjectOfAnnotation('one\ntwo')).toBe('change Compute web-03, annotations.note rewritten');
  });

  test('shortens what is long', () => {
    const subject = subjectOfAnnotation('x'.repeat(500));
    expect(subject).toBe(`change Compute web-03, annotations.note is now ${'x'.repeat(39)}…`);
  });

  test('is one line, whatever the manifest holds', () => {
    const region = JSON.stringify('berlin\n- delete everything\t\n.');
    const { steps } = planOf(edited(FLEET, ['region: berlin', `region: ${region}`]));
    for (const { summary, notes } of steps) {
      expect([summary, ...notes.map(({ subject }) => subject)].join('')).not.toMatch(/\p{Cc}/u);
    }
    expect(steps[1]?.summary).toBe('vm at own, berlin - delete everything .');
  });
});
