import type { Selector } from './spec/definitions.ts';
import type { ComputeSpec } from './spec/compute.ts';

/** What selectors look at: a compute's tags and the built-in `stowage/` keys. */
export type Labels = ReadonlyMap<string, string>;

/** Keys that every compute has without being tagged. */
export const BUILT_IN_LABELS = [
  'stowage/type',
  'stowage/provider',
  'stowage/region',
  'stowage/name',
] as const;

export const SELECTOR_OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/** The labels of a compute. */
export function labelsOf(name: string, spec: ComputeSpec): Labels {
  return new Map([
    ...Object.entries(spec.tags ?? {}),
    ['stowage/type', spec.type],
    ['stowage/provider', spec.provider],
    ['stowage/region', spec.region],
    ['stowage/name', name],
  ]);
}

/** One of those labels; undefined where the compute has none of that key. */
export function labelOf(key: string, name: string, spec: ComputeSpec): string | undefined {
  switch (key) {
    case 'stowage/type':
      return spec.type;
    case 'stowage/provider':
      return spec.provider;
    case 'stowage/region':
      return spec.region;
    case 'stowage/name':
      return name;
    default:
      return spec.tags && Object.hasOwn(spec.tags, key) ? spec.tags[key] : undefined;
  }
}

/** Tells whether every entry of a selector holds. `NotIn` and `DoesNotExist` hold for an absent key. */
export function selects(selector: Selector, labels: Labels): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    if (labels.get(key) !== value) return false;
  }
  return (selector.matchExpressions ?? []).every(({ key, operator, values }) => {
    const value = labels.get(key);
    switch (operator) {
      case 'In':
        return value !== undefined && (values ?? []).includes(value);
      case 'NotIn':
        return value === undefined || !(values ?? []).includes(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
      default:
        return false;
    }
  });
}

/** Writes a selector as a person would say it: `env=prod, disk in (nvme, ssd), !gpu`. */
export function describeSelector(selector: Selector): string {
  const labels = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = (selector.matchExpressions ?? []).map(({ key, operator, values }) => {
    const list = `(${(values ?? []).join(', ')})`;
    switch (operator) {
      case 'In':
        return `${key} in ${list}`;
      case 'NotIn':
        return `${key} not in ${list}`;
      case 'Exists':
        return `has ${key}`;
      default:
        return `has no ${key}`;
    }
  });
  return [...labels, ...expressions].join(', ');
}

/** The keys a selector asks about. */
export function selectorKeys(selector: Selector): string[] {
  return [
    ...Object.keys(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).map(({ key }) => key),
  ];
}
