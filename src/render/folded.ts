/** So many lines of a list are shown unless everything is. */
const MOST = 20;

/** Cuts a long list short and says how many more there are, unless everything is to be shown. */
export function folded(lines: readonly string[], full: boolean, most = MOST): readonly string[] {
  if (full || lines.length <= most) return lines;
  return [...lines.slice(0, most), `… ${lines.length - most} more (--full shows them)`];
}
