import type { Permission } from '../../model/permission.ts';
import { permissionFor } from '../../model/permission.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';

/** What somebody does to one thing, as permissions see it. */
export interface Deed {
  /** How it is told: a step's id, or a verb and an address. */
  readonly what: string;
  readonly permission: Permission;
  /** The organizations it concerns; none where it is the whole fleet's. */
  readonly organizations: readonly string[];
}

/** One object before and after. */
export interface ObjectChange {
  readonly before: RecordedObject | null;
  readonly after: RecordedObject | null;
}

/** The deed of changing an object, in a fleet that was and will be of some objects. */
export function deedOf(
  { before, after }: ObjectChange,
  was: readonly RecordedObject[],
  will: readonly RecordedObject[],
): Deed {
  const { kind, metadata } = (after ?? before) as RecordedObject;
  const verb = !before ? 'create' : !after ? 'delete' : 'update';
  const claim = before && after && claimOf(before, after);
  if (claim)
    return { what: `claim:${kind}/${metadata.name}`, permission: 'host.create', organizations: [claim] };
  const concerned = [before && organizationOf(before, was), after && organizationOf(after, will)];
  return {
    what: `${verb}:${kind}/${metadata.name}`,
    permission: permissionFor(verb, kind),
    organizations: [...new Set(concerned)].filter((name) => typeof name === 'string'),
  };
}

/** The organization that a provider of the free pool is claimed for by an order, where nothing else of it changes. */
function claimOf(before: RecordedObject, after: RecordedObject): string | null {
  const { organization } = after.status;
  const claims = after.kind === 'ComputeProvider' && organization !== before.status['organization'];
  return claims && before.spec === after.spec && typeof organization === 'string' ? organization : null;
}

/** The organization an object belongs to, by itself or through its workspace. */
function organizationOf(
  { kind, key, spec }: RecordedObject,
  objects: readonly RecordedObject[],
): string | null {
  if (kind === 'Organization') return key;
  if (typeof spec['organization'] === 'string') return spec['organization'];
  const workspace = kind === 'Host' || kind === 'ComputeProvider' ? spec['workspace'] : undefined;
  const found = objects.find((object) => object.kind === 'Workspace' && object.key === workspace);
  return found ? String(found.spec['organization']) : null;
}
