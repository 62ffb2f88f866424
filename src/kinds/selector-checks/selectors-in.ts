import type { Manifest } from '../../model/manifest.ts';
import type { Selector } from '../../model/spec/definitions.ts';
import type { FirewallAssignmentSpec } from '../../model/spec/firewall-assignment.ts';
import type { ServiceSpec } from '../../model/spec/service.ts';
import type { WorkspaceSpec } from '../../model/spec/workspace.ts';

/** A selector and the JSON pointer that leads to it. */
export interface PointedSelector {
  readonly pointer: string;
  readonly selector: Selector;
}

/** The fields of all kinds that hold selectors; each kind has one of them. */
type Holder = Pick<ServiceSpec, 'placement'> &
  Pick<FirewallAssignmentSpec, 'computeSelector'> &
  Pick<WorkspaceSpec, 'kubernetes'>;

/** Finds every selector of a manifest, whatever its kind. */
export function selectorsIn({ spec }: Manifest): PointedSelector[] {
  const { placement, computeSelector, kubernetes } = spec as Holder;
  const found: PointedSelector[] = [];
  const add = (pointer: string, selector: Selector | undefined) => {
    if (selector) found.push({ pointer, selector });
  };
  placement?.affinity?.forEach((selector, index) => add(`/spec/placement/affinity/${index}`, selector));
  placement?.antiAffinity?.forEach((selector, index) =>
    add(`/spec/placement/antiAffinity/${index}`, selector),
  );
  add('/spec/computeSelector', computeSelector);
  add('/spec/kubernetes/controlPlane', kubernetes?.controlPlane);
  return found;
}
