import type { History, HistoryCommit, Snapshot } from '../model/history.ts';
import type { MissingPermission } from '../model/missing-permission.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import type { CommittedFleet, CommittedThing, Readings } from './committed-fleet.ts';
import { committedFleet, objectsIn } from './committed-fleet.ts';
import type { Authority } from './permit/authority.ts';
import { authorityOf } from './permit/authority.ts';
import type { Deed } from './permit/deed.ts';
import { deedOf } from './permit/deed.ts';
import { isMember, missingPermissions } from './permit/missing-permissions.ts';
import { threeWay } from './permit/three-way.ts';

/** Why a commit may not be applied. */
export type Objection = { readonly commit: HistoryCommit; readonly signer: string | null } & (
  | { readonly of: 'signature'; readonly why: string }
  | { readonly of: 'permission'; readonly missing: readonly MissingPermission[] }
);

/** What checking a history came to. */
export interface Audit {
  readonly objections: readonly Objection[];
  /** The principals that signed what needed a signature. */
  readonly signers: readonly string[];
}

/**
 * Holds every commit against the members that its history starts with: it is signed by one of them, whose roles cover
 * what it changed, whatever its author is called. `snapshots` has every commit of the history, its parents and bases.
 */
export function auditHistory(history: History, snapshots: ReadonlyMap<string, Snapshot>): Audit {
  const snapshotOf = (commit: string): Snapshot => {
    const snapshot = snapshots.get(commit);
    if (!snapshot) throw new Error(`the snapshot of ${commit} is missing`);
    return snapshot;
  };
  const readings: Readings = new Map();
  const fleets = new Map<string, CommittedFleet>();
  const fleetAt = (commit: string): CommittedFleet => {
    const known = fleets.get(commit) ?? committedFleet(snapshotOf(commit), readings);
    fleets.set(commit, known);
    return known;
  };
  const authority = authorityOf(objectsIn(fleetAt(history.start)));
  const objections: Objection[] = [];
  const signers = new Set<string>();
  for (const commit of history.commits) {
    const deeds = deedsOf(commit, fleetAt);
    if (deeds === null) continue;
    const { signature } = commit;
    const signer = signature.of === 'signer' ? signature.principal : null;
    const why = signature.of === 'nobody' ? signature.why : strange(signature.principal, authority);
    if (why !== null) {
      objections.push({ of: 'signature', commit, signer, why });
      continue;
    }
    const missing = missingPermissions(deeds, authority, [signer ?? '']);
    if (missing.length > 0) objections.push({ of: 'permission', commit, signer, missing });
    else if (signer !== null) signers.add(signer);
  }
  return { objections, signers: [...signers].sort() };
}

/** What a commit does by itself; null for a merge that does nothing, which needs no signature. */
function deedsOf(
  { parents, base, id }: HistoryCommit,
  fleetAt: (commit: string) => CommittedFleet,
): Deed[] | null {
  const is = fleetAt(id);
  const [first, second] = parents;
  const was: CommittedFleet = first === undefined ? new Map() : fleetAt(first);
  const same = (a: CommittedThing | undefined, b: CommittedThing | undefined): boolean =>
    a?.value === b?.value;
  const names = new Set([...is.keys(), ...parents.flatMap((parent) => [...fleetAt(parent).keys()])]);
  const changed =
    second !== undefined && base !== null
      ? threeWay(is, [was, fleetAt(second)], fleetAt(base), same)
      : [...names].filter(
          (name) =>
            parents.length === 0 || parents.some((parent) => !same(fleetAt(parent).get(name), is.get(name))),
        );
  if (changed.length === 0 && parents.length > 1) return null;
  return changed.flatMap((name) => {
    const [before, after] = [was.get(name), is.get(name)];
    // A merge may also change what only its other parents have.
    const object = after?.object ?? before?.object ?? fleetsOther(parents, fleetAt, name);
    if (!object) return [{ what: `change:${name}`, permission: 'provider.write', organizations: [] }];
    const change = { before: before?.object ?? (after ? null : object), after: after?.object ?? null };
    return [deedOf(change, objectsIn(was), objectsIn(is))];
  });
}

function fleetsOther(
  parents: readonly string[],
  fleetAt: (commit: string) => CommittedFleet,
  name: string,
): RecordedObject | null {
  return parents.map((parent) => fleetAt(parent).get(name)?.object ?? null).find((object) => object) ?? null;
}

function strange(principal: string, authority: Authority): string | null {
  if (authority.size === 0 || isMember(authority, [principal])) return null;
  return `${principal}, who signed it, is no member of an organization`;
}
