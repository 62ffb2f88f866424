import type { Address } from '../model/address.ts';
import { addressOf, splitAddress } from '../model/address.ts';
import type { Explained } from '../model/explained.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Graph } from '../model/graph.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { PlacementOutcome } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import { SCHEMA_FACTS } from '../model/spec/schema-facts.ts';
import type { KindName } from '../model/spec/spec-of.ts';
import { StowageError } from '../model/stowage-error.ts';
import { EXPLAINED_KINDS, explainAddress } from '../pipeline/explain-address.ts';
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
import { paintFor, todayOf } from './session.ts';

/** Options of `explain`. */
export interface ExplainOptions extends CommonOptions {
  readonly full?: boolean;
}

/**
 * Says why a service is where it is and not elsewhere, what a compute carries and could still take, how an order goes and
 * why so, whose an address is, or what a check means.
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
  const address = resolved(name, graph, recorded.objects);
  const { placements, objects, intents } = recorded;
  // Of a service it is told what the next plan lacks, so that the fleet is placed, and that once.
  const planned =
    splitAddress(address).kind === 'Service' ? placeFleet(graph, placements, policyOf(project)) : undefined;
  const inputs = { project, graph, recorded: placements, objects, intents, today: todayOf(context), planned };
  const found = explainAddress(inputs, address);
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
  explanation: Explained,
  outcome: PlacementOutcome | undefined,
): Promise<Explained> {
  if (!('service' in explanation)) return explanation;
  const only = explanation.service;
  const inputs = { project, graph, recorded: recorded.placements, outcome, only };
  const { infeasibility } = await certificateFor(context, inputs);
  return { ...explanation, infeasibility: infeasibility?.services[0] ?? null };
}

/**
 * The address a person means: a whole one such as `Host/x`, or a bare name, by which a service or a compute is meant before
 * anything else.
 */
function resolved(name: string, graph: Graph, recorded: readonly RecordedObject[]): Address {
  const addresses = addressesIn(graph, recorded, EXPLAINED_KINDS);
  const named = addresses.filter((address) => address === name || address.endsWith(`/${name}`));
  const first = named.filter((address) => /^(Service|Compute)\//.test(address));
  const meant = first.length > 0 ? first : named;
  if (meant.length === 1) return meant[0] as Address;
  if (meant.length > 1) throw unknown(`${name} may be ${meant.join(' or ')}`, 'write the one you mean');
  const others = addressesIn(graph, recorded, Object.keys(SCHEMA_FACTS) as KindName[]);
  if (others.includes(name as Address)) throw unknown(`there is nothing to explain about ${name}`, CAN_BE);
  const near = nearestName(name, [...addresses, ...addresses.map((address) => splitAddress(address).name)]);
  throw unknown(`there is no ${name}`, near ? `did you mean ${near}?` : CAN_BE);
}

const CAN_BE = `it explains a ${EXPLAINED_KINDS.slice(0, -1).join(', ')} or ${EXPLAINED_KINDS.at(-1)}, or a check by its id`;

/** What is declared or delivered, and Hosts whose manifest is gone and machine is not. */
function addressesIn(
  graph: Graph,
  recorded: readonly RecordedObject[],
  kinds: readonly KindName[],
): Address[] {
  const declared = kinds.flatMap((kind) =>
    graph.all(kind).map(({ metadata }) => addressOf(kind, metadata.name)),
  );
  const hosts = recorded.flatMap(({ kind, key }) => (kind === 'Host' ? [addressOf(kind, key)] : []));
  return [...new Set([...declared, ...hosts])];
}

function unknown(problem: string, hint: string): StowageError {
  return new StowageError('explain.address', problem, hint);
}
