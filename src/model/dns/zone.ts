import type { Manifest } from '../manifest.ts';

/** A zone of the fleet. Names are absolute here and in all of this folder: lower case, without the trailing dot. */
export interface Zone {
  readonly manifest: Manifest<'DNSZone'>;
  readonly domain: string;
}

/** Tells whether a name is a domain or lies below it. */
export function covers(domain: string, name: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** The name without its first label; null above the last. */
export function parentOf(name: string): string | null {
  const dot = name.indexOf('.');
  return dot < 0 ? null : name.slice(dot + 1);
}

/** The key of a name in a zone. */
export function nameInZone({ manifest }: Zone, name: string): string {
  return `${manifest.metadata.name} ${name}`;
}
