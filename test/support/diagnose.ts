import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';

/** The day on which tests run, unless one is about dates. */
export const TODAY = '2026-01-15';

/** Holds the manifests of one text against every schema, reference rule and check. */
export function diagnose(yaml: string, today: string = TODAY): readonly Diagnostic[] {
  const files = [{ path: 'fleet.yaml', bytes: new TextEncoder().encode(yaml) }];
  return validateFleet(files, today).diagnostics;
}
