import { diagnose } from './diagnose.ts';

/** Fields of a spec, as YAML would say them in braces. */
export type Fields = Readonly<Record<string, unknown>>;

/** An IPAddress, on one line. */
export function ipAddress(name: string, fields: Fields): string {
  return manifest('IPAddress', name, { type: 'private', ...fields });
}

/** An IPPool, on one line. */
export function ipPool(name: string, fields: Fields): string {
  return manifest('IPPool', name, fields);
}

/** An IPAssignment, on one line. */
export function ipAssignment(name: string, fields: Fields): string {
  return manifest('IPAssignment', name, fields);
}

/** A Compute, on one line. */
export function compute(name: string): string {
  return manifest('Compute', name, { type: 'vm', provider: 'own', region: 'ber1' });
}

/** Manifests as one file: the nth stands on line 2n - 1. */
export function fleetOf(...manifests: readonly string[]): string {
  return manifests.join('\n---\n');
}

/** What is said of manifests: id, line, message, and the lines of the other ends. */
export function saidOf(...manifests: readonly string[]): unknown[] {
  return diagnose(fleetOf(...manifests)).map(({ code, line, message, related }) =>
    [`${code} ${line}`, message, related.map((other) => other.line).join()].join(' | '),
  );
}

function manifest(kind: string, name: string, spec: Fields): string {
  return JSON.stringify({ apiVersion: 'stowage/v1', kind, metadata: { name }, spec });
}
