import { ExitCode } from '../model/exit-code.ts';
import { diagnosticsJson } from '../render/diagnostics-json.ts';
import { validationSummary } from '../render/diagnostics-text.ts';
import type { ComputedPlan } from './compute-plan.ts';
import { validationOf } from './compute-plan.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { paintFor, writeDiagnostics } from './session.ts';

/** Says why there is no plan, as `validate` would. */
export function reportInvalid(context: Context, planned: ComputedPlan, options: CommonOptions): ExitCode {
  const { diagnostics, files } = planned;
  const validation = validationOf(planned);
  if (options.output === 'json') context.stdout.write(diagnosticsJson(validation));
  else {
    const paint = paintFor(context.stderr, context, options);
    writeDiagnostics(context.stderr, diagnostics, files, paint);
    context.stderr.write(validationSummary(validation, paint));
  }
  return ExitCode.Invalid;
}
