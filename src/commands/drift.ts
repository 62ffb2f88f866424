import { ExitCode } from '../model/exit-code.ts';
import { driftJson } from '../render/drift-json.ts';
import { driftText } from '../render/drift-text.ts';
import type { Context } from './context.ts';
import { observeDrift } from './observe-drift.ts';
import type { CommonOptions } from './options.ts';
import { readFleet } from './read-fleet.ts';
import { reportInvalid } from './report-invalid.ts';
import { paintFor } from './session.ts';

/** Options of `drift`. */
export interface DriftOptions extends CommonOptions {
  readonly detailedExitcode?: boolean;
}

/** Shows what is not as recorded at the providers; changes nothing. */
export async function driftCommand(context: Context, options: DriftOptions): Promise<ExitCode> {
  const read = await readFleet(context, options);
  if (read.faults) return reportInvalid(context, read.faults, options);
  const { opened, graph, recorded } = read.fleet;
  const drift = await observeDrift(context, opened, graph, recorded);
  if (options.output === 'json') context.stdout.write(driftJson(drift));
  else context.stdout.write(driftText(drift, paintFor(context.stdout, context, options)));
  if (drift.silent.length > 0) return ExitCode.Error;
  return options.detailedExitcode && drift.deviations.length > 0 ? ExitCode.ChangesPending : ExitCode.Success;
}
