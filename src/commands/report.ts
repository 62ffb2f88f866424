import { ExitCode } from '../model/exit-code.ts';
import { reportCapacity } from '../pipeline/report-capacity.ts';
import { reportCompute } from '../pipeline/report-compute.ts';
import { capacityCompute } from '../render/capacity-compute.ts';
import { capacityFleet } from '../render/capacity-fleet.ts';
import { capacityJson } from '../render/capacity-json.ts';
import { capacityMarkdown } from '../render/capacity-markdown.ts';
import { capacityText } from '../render/capacity-text.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import type { ReadFleet } from './read-fleet.ts';
import { readFleet } from './read-fleet.ts';
import { reportInvalid } from './report-invalid.ts';
import { paintFor } from './session.ts';

/** Options of `report`. */
export interface ReportOptions extends CommonOptions {
  /** `region`, `provider`, `type` or a tag key, any number of them. */
  readonly by?: readonly string[];
}

/** How many journal entries the report of a compute shows. */
const ENTRIES = 10;

/** Reports the capacity of the fleet, or everything known about one compute. */
export async function reportCommand(
  context: Context,
  compute: string | undefined,
  options: ReportOptions,
): Promise<ExitCode> {
  const read = await readFleet(context, options);
  if (read.faults) return reportInvalid(context, read.faults, options);
  const { report, document } =
    compute === undefined ? ofFleet(read.fleet, options) : await ofCompute(read.fleet, compute);
  if (options.output === 'json') context.stdout.write(capacityJson(report));
  else if (options.output === 'markdown') context.stdout.write(capacityMarkdown(document));
  else context.stdout.write(capacityText(document, paintFor(context.stdout, context, options)));
  return ExitCode.Success;
}

function ofFleet({ project, graph, recorded }: ReadFleet, { by = ['region', 'provider'] }: ReportOptions) {
  const report = reportCapacity({ project, graph, recorded: recorded.placements }, by);
  return { report, document: capacityFleet(report) };
}

async function ofCompute({ project, graph, recorded, store }: ReadFleet, text: string) {
  const name = text.replace(/^compute\//i, '');
  const journal = await store.journal({ compute: name, limit: ENTRIES });
  const inputs = { project, graph, recorded: recorded.placements, objects: recorded.objects };
  const report = reportCompute(inputs, name, journal);
  return { report, document: capacityCompute(report) };
}
