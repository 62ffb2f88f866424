/** @typedef {import('./series.mjs').Row} Row */

/** What another command says of the same work, and so what a row is held against. @type {Record<string, string>} */
const PEERS = {
  validate: 'terraform validate',
  'plan, all to create': 'terraform plan, all to create',
  apply: 'terraform apply',
  'plan, nothing to do': 'terraform plan, nothing to do',
};

/**
 * A row with its ratios: to the floor, to terraform on as many resources, to the next smaller fleet.
 * @typedef {Row & { toFloor: number, toTerraform?: number, growth?: { manifests: number, wall: number } }} RatedRow
 */

/** @param {readonly Row[]} rows @param {Row} floor @returns {RatedRow[]} */
export function rated(rows, floor) {
  const good = rows.filter(({ failure }) => failure === undefined);
  return rows.map((row) => {
    const peer = good.find(
      ({ manifests, command }) => manifests === row.manifests && command === PEERS[row.command],
    );
    const smaller = good.findLast(
      ({ manifests, command }) => manifests < row.manifests && command === row.command,
    );
    return {
      ...row,
      toFloor: row.wall / floor.wall,
      ...(peer && { toTerraform: row.wall / peer.wall }),
      ...(smaller && {
        growth: { manifests: row.manifests / smaller.manifests, wall: row.wall / smaller.wall },
      }),
    };
  });
}

const HEAD = [
  'manifests',
  'command',
  'runs',
  'wall ms',
  'cpu ms',
  'manifests/s',
  'peak MB',
  '× floor',
  '÷ terraform',
  'growth',
];

/** @param {readonly RatedRow[]} rows */
export function table(rows) {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    column === 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n') + '\n';
}

/** @param {RatedRow} row */
function cells(row) {
  const { manifests, command, runs, wall, cpu, peakMb, failure } = row;
  const size = manifests === 0 ? '' : manifests.toLocaleString('en');
  if (failure !== undefined) return [size, `${command}: FAILED, ${failure}`];
  return [
    size,
    command,
    String(runs),
    Math.round(wall * 1000).toLocaleString('en'),
    Math.round(cpu * 1000).toLocaleString('en'),
    manifests === 0 ? '' : Math.round(manifests / wall).toLocaleString('en'),
    Math.round(peakMb).toLocaleString('en'),
    row.toFloor.toFixed(1),
    row.toTerraform === undefined ? '' : row.toTerraform.toFixed(3),
    row.growth === undefined ? '' : `${row.growth.wall.toFixed(1)} for ${row.growth.manifests.toFixed(0)}`,
  ];
}
