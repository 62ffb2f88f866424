/** Which way a column leans. */
export type Align = 'left' | 'right';

/** Writes rows in columns two blanks apart; nothing trails. */
export function columns(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_align, nth) => Math.max(0, ...rows.map((row) => [...(row[nth] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, nth) => {
        const blanks = ' '.repeat((widths[nth] ?? 0) - [...cell].length);
        return aligns[nth] === 'right' ? `${blanks}${cell}` : `${cell}${blanks}`;
      })
      .join('  ')
      .trimEnd(),
  );
}
