import type { Manifest } from './manifest.ts';
import type { KindName } from './spec/spec-of.ts';

/** Names one object of the fleet in plans, journals and on the command line: `Kind/name`. */
export type Address = `${KindName}/${string}`;

/** Writes the address of an object. */
export function addressOf(kind: KindName, name: string): Address {
  return `${kind}/${name}`;
}

/** The address of a manifest. */
export function addressOfManifest(manifest: Manifest): Address {
  return addressOf(manifest.kind, manifest.metadata.name);
}

/** Takes an address apart; the name may itself contain slashes. */
export function splitAddress(address: Address): { kind: KindName; name: string } {
  const slash = address.indexOf('/');
  return { kind: address.slice(0, slash) as KindName, name: address.slice(slash + 1) };
}
