import type { Address } from '../../model/address.ts';
import type { Checked } from '../../model/checked.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { InputFile } from '../../model/input-file.ts';
import type { Manifest } from '../../model/manifest.ts';
import { checkSchema } from './check-schema.ts';
import { readYaml } from './read-yaml.ts';

/** The manifests of an inventory, each valid by itself. */
export interface ParsedInventory {
  readonly manifests: readonly Manifest[];
  /** Manifests that are there but not valid: naming one is not a second mistake. */
  readonly broken: ReadonlySet<Address>;
  /** A file could not be read to its end, so what seems to be missing may be in it. */
  readonly incomplete: boolean;
}

/** Turns files into typed manifests: YAML first, then each kind's schema. */
export function parse(files: readonly InputFile[]): Checked<ParsedInventory> {
  const manifests: Manifest[] = [];
  const broken = new Set<Address>();
  const diagnostics: Diagnostic[] = [];
  let incomplete = false;
  for (const file of files) {
    const reading = readYaml(file);
    diagnostics.push(...reading.diagnostics);
    if (reading.diagnostics.length > 0) incomplete = true;
    for (const document of reading.documents) {
      const verdict = checkSchema(document);
      if ('manifest' in verdict) manifests.push(verdict.manifest);
      else {
        diagnostics.push(...verdict.diagnostics);
        if (verdict.address) broken.add(verdict.address);
      }
    }
  }
  return { value: { manifests, broken, incomplete }, diagnostics };
}
