import { addressOfManifest } from '../../model/address.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Graph } from '../../model/graph.ts';
import type { Edit } from '../../model/infeasibility.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Selector } from '../../model/spec/definitions.ts';
import type { ServicePlacement } from '../../model/spec/service.ts';
import { KINDS } from './changed-fleet.ts';
import { escaped, rewritten } from './rewriting.ts';
import type { Rewrite } from './rule.ts';

/** Writes down what rewriting changes in manifests, field by field; a list is written whole. */
export function editsBetween(graph: Graph, rewrites: readonly Rewrite[]): Edit[] {
  return graph.manifests.flatMap((manifest): Edit[] => {
    if (!REWRITTEN.has(manifest.kind)) return [];
    const after = rewritten(manifest, rewrites);
    if (after === manifest) return [];
    const address = addressOfManifest(manifest);
    if (!after) return [{ address, pointer: '' }];
    return differences(manifest.spec, tidied(after), '/spec').map((edit) => ({ address, ...edit }));
  });
}

const REWRITTEN: ReadonlySet<string> = new Set(KINDS);

function differences(before: unknown, after: unknown, pointer: string): Omit<Edit, 'address'>[] {
  if (isMap(before) && isMap(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], `${pointer}/${escaped(name)}`));
  }
  if (after === undefined) return before === undefined ? [] : [{ pointer }];
  return before !== undefined && canonicalJson(before) === canonicalJson(after) ? [] : [{ pointer, after }];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Leaves out selectors, and parts and lists of them, that have become empty: a manifest may not have them. */
function tidied({ kind, spec }: Manifest): unknown {
  const { placement } = spec as { placement?: ServicePlacement };
  if (kind !== 'Service' || !placement) return spec;
  const { affinity, antiAffinity, antiAffinityServices } = placement;
  const selectors = affinity?.map(shortened).filter((selector) => Object.keys(selector).length > 0);
  return {
    ...spec,
    placement: {
      ...placement,
      affinity: orNone(selectors),
      antiAffinity: orNone(antiAffinity),
      antiAffinityServices: orNone(antiAffinityServices),
    },
  };
}

function shortened({ matchLabels = {}, matchExpressions = [] }: Selector): Selector {
  return {
    ...(Object.keys(matchLabels).length > 0 ? { matchLabels } : {}),
    ...(matchExpressions.length > 0 ? { matchExpressions } : {}),
  };
}

function orNone<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
