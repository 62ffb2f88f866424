import type { Manifest } from '../../model/manifest.ts';
import { describeFigure } from '../../model/describe-resources.ts';
import type { Resource } from '../../model/resources.ts';
import { exact, RESOURCES } from '../../model/resources.ts';
import type { ServiceSpec } from '../../model/spec/service.ts';
import { lowest } from './lowest.ts';
import { locationOf, rewriting } from './rewriting.ts';
import type { Remedy, Rule } from './rule.ts';

/** The least step in which an amount is lowered. */
const STEPS: Readonly<Record<Resource, number>> = { cores: 0.1, memory: 1, vram: 1, nvme: 1, gpu: 1 };

/** What binary fractions may add to or take from a number of steps. */
const FUZZ = 1e-6;

/** An amount that a service asks for, and how it is changed. */
interface Amounts {
  readonly rule: 'min' | 'buffer';
  readonly pointer: string;
  readonly of: (spec: ServiceSpec) => Partial<Record<Resource, number>> | undefined;
  readonly changed: (spec: ServiceSpec, resource: Resource, amount: number) => ServiceSpec;
  /** A service that asks for none of it is another service. */
  readonly least: 0 | 1;
}

const AMOUNTS: readonly Amounts[] = [
  {
    rule: 'min',
    pointer: '/spec/resources/min',
    of: ({ resources }) => resources.min,
    changed: (spec, resource, amount) => ({
      ...spec,
      resources: { ...spec.resources, min: { ...spec.resources.min, [resource]: amount } },
    }),
    least: 1,
  },
  {
    rule: 'buffer',
    pointer: '/spec/placement/buffer',
    of: ({ placement }) => placement?.buffer,
    changed: (spec, resource, amount) => ({
      ...spec,
      placement: { ...spec.placement, buffer: { ...spec.placement?.buffer, [resource]: amount } },
    }),
    least: 0,
  },
];

/**
 * A rule for every resource that a service asks for, as min and as buffer. `likely` lists amounts of a resource that
 * may just fit.
 */
export function amountRules(
  service: Manifest<'Service'>,
  likely: (resource: Resource) => readonly number[],
): Rule[] {
  return AMOUNTS.flatMap((amounts) =>
    RESOURCES.filter((resource) => (amounts.of(service.spec)?.[resource] ?? 0) > 0).map((resource) =>
      amountRule(service, amounts, resource, () => likely(resource)),
    ),
  );
}

function amountRule(
  service: Manifest<'Service'>,
  { rule, pointer: parent, of, changed, least }: Amounts,
  resource: Resource,
  likely: () => readonly number[],
): Rule {
  const asked = of(service.spec)?.[resource] ?? 0;
  const pointer = `${parent}/${resource}`;
  const at = locationOf(service, pointer);
  const figure = (amount: number): string => describeFigure(resource, amount);
  const lowered = (amount: number): Remedy => ({
    text: `lower ${rule} ${resource} from ${figure(asked)} to ${figure(amount)}`,
    rewrite: rewriting('Service', service.metadata.name, (spec) => changed(spec, resource, amount)),
  });
  return {
    rule,
    id: pointer,
    text: `${rule} ${resource} ${figure(asked)}`,
    at,
    relaxed: lowered(0).rewrite,
    mildest(helps) {
      // Counted in steps below what is asked: the fewest are the mildest.
      const step = STEPS[resource];
      const all = Math.ceil(asked / step - FUZZ);
      const amountAt = (steps: number): number => exact((all - steps) * step);
      const stepsTo = (amount: number): number => all - Math.floor(amount / step + FUZZ);
      const guesses = rule === 'min' ? likely().map(stepsTo) : [];
      const steps = lowest(
        0,
        all,
        (number) => helps(lowered(amountAt(number))),
        guesses.flatMap((number) => [number, number - 1]),
      );
      const amount = amountAt(steps);
      return amount > 0 || least === 0 ? lowered(amount) : null;
    },
  };
}
