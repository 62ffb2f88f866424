import { ExitCode } from '../model/exit-code.ts';
import { nearestName } from '../model/nearest-name.ts';
import { SCHEMA_FACTS } from '../model/spec/schema-facts.ts';
import { StowageError } from '../model/stowage-error.ts';
import { selfContained } from '../render/self-contained.ts';
import type { Context } from './context.ts';

/** The schemas of the tool's own JSON outputs. */
export const OUTPUT_SCHEMAS = [
  'output/diagnostics',
  'output/plan',
  'output/journal',
  'output/apply-event',
  'output/recommendation',
  'output/simulation',
  'output/capacity-report',
  'output/explanation',
  'output/check',
  'output/sealed',
];

/** Prints a schema that needs no other file: a kind's, an output's, or the one for files that mix kinds. */
export function schemaCommand(context: Context, kind: string | undefined): ExitCode {
  const file = kind === undefined ? 'stowage' : fileOf(kind);
  const load = (name: string): Record<string, unknown> => {
    const schema = context.schema(name);
    if (!schema)
      throw new StowageError('schema.unknown', `there is no schema for ${name}`, 'run stowage schema --help');
    return schema;
  };
  context.stdout.write(`${JSON.stringify(selfContained(file, load), null, 2)}\n`);
  return ExitCode.Success;
}

function fileOf(kind: string): string {
  const names = [...Object.keys(SCHEMA_FACTS), ...OUTPUT_SCHEMAS];
  const known = names.find((name) => name.toLowerCase() === kind.toLowerCase().replaceAll('-', ''));
  if (OUTPUT_SCHEMAS.includes(kind)) return kind;
  if (known) return kebab(known);
  const near = nearestName(kind, names);
  const hint = near ? `did you mean ${near}?` : `known: ${names.join(', ')}`;
  throw new StowageError('schema.unknown', `there is no schema for ${kind}`, hint);
}

/** `DNSZone` → `dns-zone`, `ComponentAssignment` → `component-assignment`. */
function kebab(kind: string): string {
  return kind.replace(/([A-Z]+)([A-Z][a-z])|([a-z])([A-Z])/g, '$1$3-$2$4').toLowerCase();
}
