import type { Address } from '../model/address.ts';
import { addressOf, splitAddress } from '../model/address.ts';
import type { Explanation } from '../model/explanation.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Graph } from '../model/graph.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { PlacementOutcome } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import { StowageError } from '../model/stowage-error.ts';
import { explainAddress } from '../pipeline/explain-address.ts';
import { placeFleet } from '../pipeline/place-fleet.ts';
import { explanationJson } from '../render/explanation-json.ts';
import { explanationText } from '../render/explanation-text.ts';
import { certificateFor } from './certificate-for.ts';
import type { Context } from './context.ts';
import { explainCheck } from './explain-check.ts';
import type { CommonOptions } from './options.ts';
import type { ReadFleet } from './read-fleet.ts';
import { readFleet } from './read-fleet.ts';
import { reportInvalid } from './report-invalid.ts';
import { paintFor } from './session.ts';

/** Options of `explain`. */
export interface ExplainOptions extends CommonOptions {
  readonly full?: boolean;
}

/**
 * Says why a service is where it is and not elsewhere, what a compute carries and could still take, or what a check
 * means.
 */
export async function explainCommand(
  context: Context,
  name: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  const explained = explainCheck(context, name, options);
  if (explained !== undefined) return explained;
  const read = await readFleet(context, options);
  if (read.faults) return reportInvalid(context, read.faults, options);
  const { project, graph, recorded } = read.fleet;
  const address = resolved(name, graph);
  const { placements } = recorded;
  // Of a service it is told what the next plan lacks, so that the fleet is placed, and that once.
  const planned =
    splitAddress(address).kind === 'Service' ? placeFleet(graph, placements, policyOf(project)) : undefined;
  const found = explainAddress({ project, graph, recorded: placements }, address, planned);
  if (!found) {
    const hint = 'an inactive service, or one without replicas, has no place to explain';
    throw new StowageError('explain.nothing', `there is nothing to explain about ${name}`, hint);
  }
  const explanation = await withShortfall(context, read.fleet, found, planned);
  if (options.output === 'json') context.stdout.write(explanationJson(explanation));
  else {
    const paint = paintFor(context.stdout, context, options);
    context.stdout.write(explanationText(explanation, { full: options.full === true, paint }));
  }
  return ExitCode.Success;
}

/** Adds why a service misses instances and what would help, where the next plan leaves some without a place. */
async function withShortfall(
  context: Context,
  { project, graph, recorded }: ReadFleet,
  explanation: Explanation,
  outcome: PlacementOutcome | undefined,
): Promise<Explanation> {
  if (!('service' in explanation)) return explanation;
  const only = explanation.service;
  const inputs = { project, graph, recorded: recorded.placements, outcome, only };
  const { infeasibility } = await certificateFor(context, inputs);
  return { ...explanation, infeasibility: infeasibility?.services[0] ?? null };
}

/** The address a person means: `Service/x`, `Compute/x`, or a bare name that one of the two has. */
function resolved(name: string, graph: Graph): Address {
  const addresses = (['Service', 'Compute'] as const).flatMap((kind) =>
    graph.all(kind).map(({ metadata }) => addressOf(kind, metadata.name)),
  );
  const meant = addresses.filter((address) => address === name || address.endsWith(`/${name}`));
  if (meant.length === 1) return meant[0] as Address;
  const problem = meant.length > 1 ? `${name} may be ${meant.join(' or ')}` : `there is no ${name}`;
  const near = nearestName(name, [...addresses, ...addresses.map((address) => address.split('/')[1] ?? '')]);
  const hint =
    meant.length > 1
      ? 'write the one you mean'
      : near
        ? `did you mean ${near}?`
        : 'name a service or a compute';
  throw new StowageError('explain.address', problem, hint);
}
