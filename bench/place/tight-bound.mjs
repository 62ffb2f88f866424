const RESOURCES = ['cores', 'memory', 'nvme'];
/** Amounts are brought to the same order of magnitude. */
const UNITS = { cores: 1, memory: 1024, nvme: 100 };

/**
 * Says how many instances of a tight fleet can be placed at most: a linear program in which they may be cut up,
 * over classes of services and of computes that are alike, rounded down.
 * @param {any} solver
 * @param {import('./tight-fleet.mjs').Tight} fleet
 */
export async function tightBound(solver, { computes, services }) {
  const sites = classesOf(computes, (one) => JSON.stringify(one));
  const wants = classesOf(services, ({ replicas, ...rest }) => {
    // Services that may only have so many on a compute are alike when they have as many replicas.
    return JSON.stringify(rest.spreadMax === undefined ? rest : { ...rest, replicas });
  });
  const upper = [];
  const entries = [];
  const siteRow = (site, r) => site * RESOURCES.length + r;
  const wantRow = (want) => sites.length * RESOURCES.length + want;
  for (const [w, { one: want, members }] of wants.entries()) {
    for (const [s, { one: site, members: alike }] of sites.entries()) {
      if (!suits(want, site)) continue;
      upper.push((want.spreadMax ?? Infinity) * alike.length * members.length);
      const column = RESOURCES.flatMap((name, r) =>
        want[name] > 0 ? [[siteRow(s, r), want[name] / UNITS[name]]] : [],
      );
      entries.push([...column, [wantRow(w), 1]]);
    }
  }
  const limits = [
    ...sites.flatMap(({ one, members }) =>
      RESOURCES.map((name) => (one[name] / UNITS[name]) * members.length),
    ),
    ...wants.map(({ members }) => members.reduce((sum, { replicas }) => sum + replicas, 0)),
  ];
  let end = 0;
  const { status, objective } = await solver.solve({
    columns: {
      cost: new Float64Array(upper.length).fill(-1),
      lower: new Float64Array(upper.length),
      upper: Float64Array.from(upper),
    },
    rows: { lower: new Float64Array(limits.length).fill(-Infinity), upper: Float64Array.from(limits) },
    matrix: {
      starts: Int32Array.from([0, ...entries.map((column) => (end += column.length))]),
      indices: Int32Array.from(entries.flatMap((column) => column.map(([row]) => row))),
      values: Float64Array.from(entries.flatMap((column) => column.map(([, value]) => value))),
    },
  });
  if (status !== 'optimal') throw new Error(`the program ended ${status}`);
  return Math.floor(-objective + 1e-6);
}

function suits({ affinity = {} }, { disk, region }) {
  const labels = { disk, 'stowage/region': region };
  return Object.entries(affinity).every(([key, value]) => labels[key] === value);
}

function classesOf(list, keyOf) {
  const classes = new Map();
  for (const one of list) {
    const key = keyOf(one);
    const known = classes.get(key);
    if (known) known.members.push(one);
    else classes.set(key, { one, members: [one] });
  }
  return [...classes.values()];
}
