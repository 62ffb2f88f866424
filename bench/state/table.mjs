/** Prints rows of what was measured, its figure, its goal, and whether that is met (null: there is none). */
export function print(rows) {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const [what, figure, goal, met] of rows) {
    const cells = [what.padEnd(widths[0]), figure.padStart(widths[1]), goal.padEnd(widths[2])];
    process.stdout.write(`${cells.join('  ')}  ${met === null ? '' : met ? 'met' : 'MISSED'}\n`);
  }
  if (rows.some(([, , , met]) => met === false)) process.exitCode = 1;
}
