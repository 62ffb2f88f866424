import { manifestsOf } from './estimator.mjs';

const POLICY = { target: 1, ceiling: 1 };

/**
 * Places 51,000 pods on identical new nodes and counts the nodes in use. The target of 100 % makes the engine
 * fill a node before it opens another, as a first-fit does.
 * @returns {number}
 */
export function firstFit(place) {
  fleet ??= place.compile(new place.Graph(manifestsOf(), [], new Map()), POLICY);
  const { placements, unplaced } = place.placeOn(fleet, []);
  if (unplaced.length > 0) throw new Error(`${unplaced.length} pods found no node`);
  return new Set(placements.map(({ compute }) => compute)).size;
}

let fleet;
