import { addressOfManifest } from './address.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Manifest } from './manifest.ts';

/** The other end of what a check found. */
export interface Elsewhere {
  readonly manifest: Manifest;
  readonly pointer: string;
  readonly message: string;
}

/** One mistake, at a JSON pointer of a manifest. */
export interface Finding {
  readonly manifest: Manifest;
  readonly pointer: string;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly Elsewhere[];
}

/** Gives a finding its code, severity and position. */
export function diagnosticOf(finding: Finding, code: string, severity: Severity): Diagnostic {
  const { manifest, pointer, message, hint, related = [] } = finding;
  return {
    ...manifest.source.locate(pointer),
    code,
    severity,
    message,
    hint,
    address: addressOfManifest(manifest),
    pointer,
    related: related.map((other) => ({
      ...other.manifest.source.locate(other.pointer),
      message: other.message,
    })),
  };
}
