import { fileOf, manifestOf } from './manifest.mjs';
import { annotations } from './people.mjs';

/** How many machines were bought together, and are equipped by one manifest. */
const BATCH = 8;

/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {import('./random.mjs').Random} Random */

/** What is built into the machines of a cluster. @param {Cluster} cluster @param {Random} random */
export function hardware(cluster, random) {
  const batches = Math.ceil(cluster.machines.length / BATCH);
  const shared = Array.from({ length: batches }, (_, nth) => batch(cluster, random, nth)).flat();
  const folder = `hardware/${cluster.region}/${cluster.name}`;
  return [...shared, ...disks(cluster, random)].map((manifest) => fileOf(folder, manifest));
}

/** @param {Cluster} cluster @param {Random} random @param {number} nth */
function batch({ name, machines, model, team }, random, nth) {
  const names = machines.slice(nth * BATCH, (nth + 1) * BATCH).map((machine) => machine.name);
  return Object.entries(model.parts).map(([component, quantity]) =>
    manifestOf(
      'ComponentAssignment',
      `${name}-${nth + 1}-${component}`,
      { component, computes: names, quantity: quantity === 1 ? undefined : quantity },
      annotations(random, team),
    ),
  );
}

/** Disks are told machine by machine, with their serial numbers. @param {Cluster} cluster @param {Random} random */
function disks({ index, machines, model, team }, random) {
  const { component, quantity, raidLevel } = model.disks;
  return machines.map(({ name }, nth) => {
    // Cluster, machine and slot are part of a serial number, so that no two are alike.
    const serial = (/** @type {number} */ slot) =>
      `S${random.whole(10, 99)}NX${(index * 10_000 + nth * 100 + slot).toString(36).toUpperCase().padStart(6, '0')}`;
    const spec = {
      component,
      computes: [name],
      quantity,
      slot: `bay 0-${quantity - 1}`,
      serialNumbers: Array.from({ length: quantity }, (_, slot) => serial(slot)),
      ...(raidLevel !== undefined && { raidLevel, raidGroup: 'md0' }),
    };
    return manifestOf('ComponentAssignment', `${name}-disks`, spec, annotations(random, team));
  });
}
