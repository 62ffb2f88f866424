import type { Manifest } from '../../model/manifest.ts';
import type { Labels } from '../../model/selector.ts';
import { describeSelector } from '../../model/selector.ts';
import type { Selector, SelectorExpression } from '../../model/spec/definitions.ts';
import { escaped, locationOf, replacing } from './rewriting.ts';
import type { Helps, Remedy, Rule } from './rule.ts';

/** One condition of an affinity selector. */
interface Condition {
  readonly key: string;
  readonly pointer: string;
  readonly selector: Selector;
  /** The values that it allows; null where it does not list them. */
  readonly values: readonly string[] | null;
  readonly replaced: (selector: Selector, by: SelectorExpression | null) => Selector;
}

/** A rule for every condition of every affinity selector of a service. `labelsOf` looks computes up by name. */
export function affinityRules(
  service: Manifest<'Service'>,
  labelsOf: (compute: string) => Labels | undefined,
): Rule[] {
  const { name } = service.metadata;
  return (service.spec.placement?.affinity ?? []).flatMap((selector, nth) =>
    conditionsOf(selector, `/spec/placement/affinity/${nth}`).map((condition): Rule => {
      const text = `affinity ${describeSelector(condition.selector)}`;
      const at = locationOf(service, condition.pointer);
      const rewrite = (by: SelectorExpression | null) =>
        replacing(name, (rules) => ({
          ...rules,
          affinity: rules.affinity?.map((one, index) => (index === nth ? condition.replaced(one, by) : one)),
        }));
      const dropped: Remedy = {
        text: `drop ${text}`,
        rewrite: rewrite(null),
      };
      const widened = (more: readonly string[]): Remedy => {
        const values = [...(condition.values ?? []), ...more];
        const { key } = condition;
        return {
          text: `also allow ${more.map((value) => `${key}=${value}`).join(', ')}`,
          rewrite: rewrite({ key, operator: 'In', values }),
        };
      };
      return {
        rule: 'affinity',
        id: at.pointer,
        text,
        at,
        relaxed: dropped.rewrite,
        mildest(helps, homes) {
          const { values, key } = condition;
          const used = values && valuesUsed(homes, (compute) => labelsOf(compute)?.get(key));
          const more = used?.filter((value) => !values?.includes(value)) ?? [];
          return widest(more, widened, helps) ?? (helps(dropped) ? dropped : null);
        },
      };
    }),
  );
}

/** The fewest more values that are enough: one of them, else all. */
function widest(
  more: readonly string[],
  widened: (more: readonly string[]) => Remedy,
  helps: Helps,
): Remedy | undefined {
  const choices = more.length > 1 ? [...more.slice(0, 3).map((value) => [value]), more] : [more];
  return choices
    .filter(({ length }) => length > 0)
    .map(widened)
    .find((remedy) => helps(remedy) === true);
}

/** The values of the computes of a service that has one on each of them; none where one has no value. */
function valuesUsed(homes: readonly string[], valueOf: (compute: string) => string | undefined): string[] {
  const values = homes.map(valueOf);
  return values.includes(undefined) ? [] : [...new Set(values as string[])].sort();
}

function conditionsOf(selector: Selector, at: string): Condition[] {
  const labels = Object.entries(selector.matchLabels ?? {}).map(([key, value]): Condition => ({
    key,
    pointer: `${at}/matchLabels/${escaped(key)}`,
    selector: { matchLabels: { [key]: value } },
    values: [value],
    replaced: ({ matchLabels = {}, matchExpressions = [] }, by) => ({
      matchLabels: Object.fromEntries(Object.entries(matchLabels).filter(([other]) => other !== key)),
      matchExpressions: by ? [...matchExpressions, by] : matchExpressions,
    }),
  }));
  const expressions = (selector.matchExpressions ?? []).map((expression, nth): Condition => ({
    key: expression.key,
    pointer: `${at}/matchExpressions/${nth}`,
    selector: { matchExpressions: [expression] },
    values: expression.operator === 'In' ? (expression.values ?? []) : null,
    // By identity: other conditions may have been taken out before it.
    replaced: ({ matchLabels, matchExpressions = [] }, by) => ({
      matchLabels,
      matchExpressions: matchExpressions.flatMap((one) => (one !== expression ? [one] : by ? [by] : [])),
    }),
  }));
  return [...labels, ...expressions];
}
