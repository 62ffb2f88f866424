import { canonicalJson } from '../../model/canonical-json.ts';
import { compareText } from '../../model/compare-text.ts';
import type { FoundMachine } from '../../model/machine.ts';
import type { Manifest } from '../../model/manifest.ts';
import { sameParameter } from '../../model/same-parameter.ts';

/**
 * The declared profile that a machine is of, the one of its price first; undefined where there is none. One that names
 * some of the machine's parameters only, or none, must have its resources.
 */
export function fittingProfile(
  { machine, parameters, resources, price }: FoundMachine,
  profiles: readonly Manifest<'ComputeProfile'>[],
): Manifest<'ComputeProfile'> | undefined {
  const fits = ({ spec }: Manifest<'ComputeProfile'>): boolean => {
    const { regions, active } = spec;
    if (!active || (regions && machine.region !== null && !regions.includes(machine.region))) return false;
    const named: Readonly<Record<string, unknown>> = spec.parameters ?? {};
    if (!Object.entries(named).every(([name, value]) => sameParameter(value, parameters[name]))) return false;
    const isWhole = Object.keys(named).length > 0 && Object.keys(parameters).every((name) => name in named);
    return isWhole || canonicalJson(spec.resources) === canonicalJson(resources);
  };
  const isOther = ({ spec }: Manifest<'ComputeProfile'>): number =>
    spec.price.monthly === price?.monthly && spec.price.currency === price.currency ? 0 : 1;
  const [first] = profiles
    .filter(fits)
    .sort((a, b) => isOther(a) - isOther(b) || compareText(a.metadata.name, b.metadata.name));
  return first;
}
