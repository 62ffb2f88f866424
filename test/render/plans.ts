import type { Plan } from '../../src/model/plan.ts';
import { NO_RESOURCES } from '../../src/model/resources.ts';
import type { Step, Verb } from '../../src/model/step.ts';

/** A plan with nothing in it but what a test says. */
export function planWith(parts: Partial<Plan> = {}): Plan {
  return {
    fleet: 'test',
    digest: `sha256:${'0'.repeat(64)}`,
    basedOn: { desired: 'tree', state: null, tool: '1.2.3', schemas: 'sha256:s' },
    summary: {
      create: 0,
      update: 0,
      delete: 0,
      place: 0,
      move: 0,
      resize: 0,
      release: 0,
      unchanged: 0,
      unplaced: 0,
      monthlyCost: { before: 0, after: 0, currency: 'EUR' },
    },
    steps: [],
    placements: [],
    unplaced: [],
    recommendations: [],
    infeasibility: null,
    guards: [],
    quotes: null,
    diagnostics: [],
    ...parts,
  };
}

/** The step of an object. */
export function step(verb: Verb, address: Step['address'], more: Partial<Step> = {}): Step {
  return {
    id: `${verb}:${address}`,
    verb,
    address,
    provider: null,
    needs: [],
    changes: [],
    summary: 'what it is',
    cost: 0,
    effect: { of: 'object', before: null, after: null },
    notes: [],
    ...more,
  };
}

/** The step of the first instance of `web`. */
export function seat(
  verb: Verb,
  before: string | null,
  after: string | null,
  more: Partial<Step> = {},
): Step {
  const on = (compute: string | null) =>
    compute === null
      ? null
      : { service: 'web', instance: 1, compute, granted: { ...NO_RESOURCES, cores: 2 } };
  return step(verb, 'Service/web', {
    id: `${verb}:Service/web#1`,
    effect: { of: 'placement', before: on(before), after: on(after) },
    ...more,
  });
}

/** Many steps of one verb and kind. */
export function many(count: number, verb: Verb, kind: 'Compute' | 'Service' | 'DNSRecord'): Step[] {
  return Array.from({ length: count }, (_, index) => step(verb, `${kind}/${String(index).padStart(5, '0')}`));
}
