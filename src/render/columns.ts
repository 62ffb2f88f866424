/** Which way a column leans. */
export type Align = 'left' | 'right';

/** A cell longer than this does not widen its column: it pushes what follows in its own row alone. */
const WIDEST = 80;

/** Writes rows in columns two blanks apart; nothing trails. */
export function columns(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_align, nth) => widthOf(rows.map((row) => row[nth] ?? '')));
  return rows.map((row) =>
    row
      .map((cell, nth) => {
        const blanks = ' '.repeat(Math.max(0, (widths[nth] ?? 0) - [...cell].length));
        return aligns[nth] === 'right' ? `${blanks}${cell}` : `${cell}${blanks}`;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** How wide a column of cells is. */
export function widthOf(cells: readonly string[]): number {
  return cells.reduce((most, cell) => {
    const { length } = [...cell];
    return length > WIDEST ? most : Math.max(most, length);
  }, 0);
}
