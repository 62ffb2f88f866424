const MOST = 5;

/** The first few of a list, and how many more there are. */
export function few(items: readonly string[]): string {
  const more = items.length > MOST ? ` and ${items.length - MOST} more` : '';
  return `${items.slice(0, MOST).join(', ')}${more}`;
}
