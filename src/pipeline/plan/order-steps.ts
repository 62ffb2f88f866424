import { compareText } from '../../model/compare-text.ts';
import { splitAddress } from '../../model/address.ts';
import { pointedAt } from '../../model/json-pointer.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { Step, Verb } from '../../model/step.ts';
import { KIND_ORDER } from './kind-order.ts';

/** Objects appear before what runs on them, and go away after it left. */
const TURN: Readonly<Record<Verb, number>> = {
  create: 0,
  update: 0,
  release: 1,
  move: 2,
  resize: 3,
  place: 4,
  delete: 5,
};

/** Puts steps into the order in which apply takes them, and says which need which. */
export function orderSteps(steps: readonly Step[]): Step[] {
  const ordered = [...steps].sort(
    (a, b) => TURN[a.verb] - TURN[b.verb] || kindTurn(a) - kindTurn(b) || byName(a, b),
  );
  const settled = new Map<string, string>();
  const deleted = new Map<string, string[]>();
  return ordered.map((step) => {
    const leaving = step.verb === 'delete' ? (deleted.get(subjectOf(step)) ?? []) : [];
    const needs = [...new Set([...neededBy(step, settled), ...leaving])].sort();
    for (const name of leftBehind(step)) {
      const leaving = deleted.get(name);
      if (leaving) leaving.push(step.id);
      else deleted.set(name, [step.id]);
    }
    if (step.verb === 'create' || step.verb === 'update') settled.set(subjectOf(step), step.id);
    return { ...step, needs };
  });
}

/** By verb and address; instances of a service by number, `#2` before `#10`. */
function byName(a: Step, b: Step): number {
  return (
    compareText(a.verb, b.verb) ||
    compareText(a.address, b.address) ||
    instanceIn(a) - instanceIn(b) ||
    compareText(a.id, b.id)
  );
}

function instanceIn({ effect }: Step): number {
  return effect.of === 'placement' ? ((effect.after ?? effect.before)?.instance ?? 0) : 0;
}

/** Steps that create or change what this one builds on. */
function neededBy(step: Step, settled: ReadonlyMap<string, string>): string[] {
  const provider = step.provider === null ? [] : [`ComputeProvider/${step.provider}`];
  return [...reliesOn(step, 'after'), ...provider].flatMap((name) => settled.get(name) ?? []);
}

/** What a step stops relying on, so that it may go away afterwards. */
function leftBehind(step: Step): string[] {
  const still = new Set(reliesOn(step, 'after'));
  return reliesOn(step, 'before').filter((name) => !still.has(name));
}

/** What a step's object or instance refers to, before or after it, as `Kind/key`. */
function reliesOn({ effect }: Step, when: 'before' | 'after'): string[] {
  const subject = effect[when];
  if (!subject) return [];
  if (effect.of === 'placement') {
    const { service, compute } = subject as { service: string; compute: string };
    return [`Service/${service}`, `Compute/${compute}`, `Host/${compute}`];
  }
  const { kind, spec, status } = subject as RecordedObject;
  const named = SCHEMA_FACTS[kind].references.flatMap(({ pointer, kinds }) =>
    pointedAt({ spec }, pointer).flatMap(({ value }) => kinds.map((target) => `${target}/${String(value)}`)),
  );
  // Only the provider that has a machine can take it back, whether the Host names it or not.
  const { provider } = status;
  return typeof provider === 'string' ? [...named, `ComputeProvider/${provider}`] : named;
}

function subjectOf({ effect, address }: Step): string {
  if (effect.of === 'placement') return address;
  const { kind, key } = (effect.after ?? effect.before) as RecordedObject;
  return `${kind}/${key}`;
}

function kindTurn(step: Step): number {
  const rank = KIND_ORDER.get(splitAddress(step.address).kind) ?? 0;
  return step.verb === 'delete' ? -rank : rank;
}
