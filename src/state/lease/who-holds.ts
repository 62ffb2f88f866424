import type { Lease } from '../../model/lease.ts';

/** In words, who is applying where, since when and until when. */
export function whoHolds({ holder, since, expires }: Lease): string {
  const { name, host, pid, runUrl } = holder;
  const where = `on ${host} (process ${pid}${runUrl === null ? '' : `, ${runUrl}`})`;
  return `${name} is applying ${where} since ${moment(since)}, until ${moment(expires)} if it is not renewed`;
}

/** `2026-03-01 12:00:00 UTC`. */
function moment(timestamp: string): string {
  return timestamp.replace(/^(.{10})T(.{8}).*$/, '$1 $2 UTC');
}
