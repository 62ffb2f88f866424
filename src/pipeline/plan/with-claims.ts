import { addressOf } from '../../model/address.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import type { Step } from '../../model/step.ts';

/**
 * Records which organization a provider of the free pool is claimed for: in the step that changes that provider
 * anyway, else in one of its own. Who orders from it needs that step, and two who claim at once cannot both write it.
 */
export function withClaims(
  steps: readonly Step[],
  claims: ReadonlyMap<string, string>,
  recorded: readonly RecordedObject[],
): Step[] {
  const open = new Map(claims);
  const changed = steps.map((step): Step => {
    const after = step.effect.of === 'object' ? step.effect.after : null;
    const organization = after?.kind === 'ComputeProvider' ? open.get(after.key) : undefined;
    if (step.effect.of !== 'object' || !after || organization === undefined) return step;
    open.delete(after.key);
    return {
      ...step,
      summary: `${step.summary}, claimed for ${organization}`,
      effect: { ...step.effect, after: claimed(after, organization) },
    };
  });
  return [...changed, ...[...open].flatMap(([name, organization]) => claim(name, organization, recorded))];
}

function claim(name: string, organization: string, recorded: readonly RecordedObject[]): Step[] {
  const before = recorded.find(({ kind, key }) => kind === 'ComputeProvider' && key === name);
  if (!before) return [];
  const address = addressOf('ComputeProvider', before.metadata.name);
  const summary = `claimed for ${organization} from the free pool`;
  return [
    {
      id: `update:${address}`,
      verb: 'update',
      address,
      provider: null,
      needs: [],
      changes: [],
      summary,
      cost: 0,
      effect: { of: 'object', before, after: claimed(before, organization) },
      notes: [
        {
          compute: null,
          category: 'other',
          subject: `claim ${address.replace('/', ' ')} for ${organization}`,
        },
      ],
    },
  ];
}

function claimed(object: RecordedObject, organization: string): RecordedObject {
  return { ...object, status: { ...object.status, organization } };
}
