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
  /** Something could not be read, or has no name, so what seems to be missing may be in it. */
  readonly incomplete: boolean;
}

/** Nobody mends more at a time, and what is no inventory at all has a mistake in every line. */
const MAX_PER_FILE = 50;

/** Turns files into typed manifests: YAML first, then each kind's schema. */
export function parse(files: readonly InputFile[]): Checked<ParsedInventory> {
  const manifests: Manifest[] = [];
  const broken = new Set<Address>();
  const diagnostics: Diagnostic[] = [];
  let incomplete = false;
  for (const file of files) {
    let found: readonly Diagnostic[] = [];
    for (const reading of readYaml(file)) {
      const verdict = 'data' in reading ? checkSchema(reading) : { ...reading, addresses: [] };
      if ('manifest' in verdict) {
        manifests.push(verdict.manifest);
        continue;
      }
      found = [...found, ...verdict.diagnostics];
      for (const address of verdict.addresses) broken.add(address);
      incomplete ||= verdict.addresses.length === 0 || found.length > MAX_PER_FILE;
      if (found.length > MAX_PER_FILE) break;
    }
    diagnostics.push(...atMost(found));
  }
  return { value: { manifests, broken, incomplete }, diagnostics };
}

/** Leaves out what goes too far, and says so. */
function atMost(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const last = found[MAX_PER_FILE];
  if (!last) return found;
  const { file, line, column, endLine, endColumn } = last;
  const rest: Diagnostic = {
    ...{ file, line, column, endLine, endColumn },
    code: 'yaml.too-many-mistakes',
    severity: 'error',
    message: `the file has more than ${MAX_PER_FILE} mistakes, and the others from here on are not told`,
    hint: 'mend these first',
    related: [],
  };
  return [...found.slice(0, MAX_PER_FILE), rest];
}
