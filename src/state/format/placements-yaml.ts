import type { Placement } from '../../model/placement.ts';
import { decodeYamlFile } from './decode-yaml-file.ts';
import { fileText } from './file-text.ts';
import { amountsData, amountsOf } from './granted-amounts.ts';
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
      granted: amountsData(granted),
    })),
  });
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
          granted: amountsOf(item.field('granted')),
        };
      });
  });
}
