import { decodePathName } from './path-name.ts';
import { intentPath, objectPath, placementsPath } from './paths.ts';

/** What a path of the state branch holds. */
export type StatePath =
  | { readonly of: 'object'; readonly kind: string; readonly key: string }
  | { readonly of: 'placements'; readonly service: string }
  | { readonly of: 'intent'; readonly id: string };

/** Tells which object, service or intent a file is about; undefined when stowage never writes a file there. */
export function statePath(path: string): StatePath | undefined {
  const object = /^resources\/([A-Za-z]+)\/[0-9a-f]{2}\/(.+)\.yaml$/.exec(path);
  if (object) {
    const [, kind = '', name = ''] = object;
    const key = decodePathName(name);
    return key !== undefined && objectPath(kind, key) === path ? { of: 'object', kind, key } : undefined;
  }
  const placements = /^placements\/[0-9a-f]{2}\/(.+)\.yaml$/.exec(path);
  if (placements) {
    const service = decodePathName(placements[1] ?? '');
    return service !== undefined && placementsPath(service) === path
      ? { of: 'placements', service }
      : undefined;
  }
  const id = decodePathName(/^intents\/(.+)\.yaml$/.exec(path)?.[1] ?? '');
  return id !== undefined && intentPath(id) === path ? { of: 'intent', id } : undefined;
}
