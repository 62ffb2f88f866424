import type { Placement } from '../../model/placement.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { eachResource, RESOURCES, vectorOf } from '../../model/resources.ts';
import { decodeYamlFile } from './decode-yaml-file.ts';
import { fileText } from './file-text.ts';
import type { Shape } from './shape.ts';
import { ShapeFault } from './shape.ts';
import type { StateFile } from './state-file.ts';
import { encodeYaml } from './yaml-text.ts';

/** Writes the placements of one service, by instance; amounts of 0 are left out. */
export function encodePlacements(placements: readonly Placement[]): string {
  const instances = [...placements].sort((a, b) => a.instance - b.instance);
  return encodeYaml({
    instances: instances.map(({ instance, compute, granted }) => ({
      instance,
      compute,
      granted: amountsOf(granted),
    })),
  });
}

function amountsOf(granted: ResourceVector): Record<string, number> {
  const amounts = RESOURCES.map((name): [string, number] => [name, granted[name]]);
  return Object.fromEntries(amounts.filter(([, amount]) => amount !== 0));
}

/** Reads the placements of a service, by instance. Throws `state.unreadable`. */
export function decodePlacements(file: StateFile, service: string): Placement[] {
  return decodeYamlFile(file, fileText(file), (shape) => {
    const seen = new Set<number>();
    return shape
      .only('instances')
      .field('instances')
      .items()
      .map((item, index) => {
        const instance = item.only('instance', 'compute', 'granted').field('instance').count();
        if (seen.has(instance))
          throw new ShapeFault(['instances', index], `instance ${instance} stands here twice`);
        seen.add(instance);
        return {
          service,
          instance,
          compute: item.field('compute').text(),
          granted: amountOf(item.field('granted')),
        };
      });
  });
}

function amountOf(shape: Shape): ResourceVector {
  shape.only(...RESOURCES);
  return vectorOf(eachResource((name) => shape.field(name).optional()?.number() ?? 0));
}
