/**
 * Says why an instance moves, where the line shows already that it comes from `from`: of `moved from web-1: it is in
 * maintenance`, `web-1 is in maintenance` is left. Any other reason stays as it is.
 */
export function causeOf(reason: string, from: string): string {
  const known = `moved from ${from}`;
  if (!reason.startsWith(`${known} `) && !reason.startsWith(`${known}:`)) return reason;
  const rest = reason.slice(known.length);
  const subject = ': it ';
  if (rest.startsWith(subject)) return `${from} ${rest.slice(subject.length)}`;
  return rest.slice(rest.indexOf(' ') + 1);
}
