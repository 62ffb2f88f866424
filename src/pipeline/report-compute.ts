import { KINDS } from '../kinds/registry.ts';
import { addressOfManifest } from '../model/address.ts';
import type { ComputeReport } from '../model/capacity-report.ts';
import type { JournalEntry } from '../model/journal-entry.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import { policyOf } from '../model/policy-of.ts';
import { vectorOf } from '../model/resources.ts';
import { allocate } from './allocate/allocate.ts';
import { explainComputes } from './place/explain-computes.ts';
import { computeFigures } from './report/compute-figures.ts';
import { usesOf } from './report/compute-use.ts';
import { findCompute } from './report/find-compute.ts';
import { firewallDefaults, firewallLines } from './report/firewall-lines.ts';
import { hardwareLines } from './report/hardware-lines.ts';
import type { OfPool } from './report/network-lines.ts';
import { addressLines, dnsLines, portLines } from './report/network-lines.ts';
import { raidSets } from './report/raid-sets.ts';
import type { ReportInputs } from './standing-placements.ts';
import { standingPlacements } from './standing-placements.ts';

/** What the report of a compute follows from. */
export interface ComputeReportInputs extends ReportInputs {
  /** What the last apply left, where anything was applied; what was not, is shown as the plan would have it. */
  readonly objects?: readonly RecordedObject[];
}

/** Reports everything known about one compute, by its name. Throws `report.unknown`. */
export function reportCompute(
  inputs: ComputeReportInputs,
  name: string,
  journal: readonly JournalEntry[],
): ComputeReport {
  const { project, graph } = inputs;
  const compute = findCompute(name, graph);
  const { spec, metadata } = compute;
  const { source, placements } = standingPlacements(inputs);
  const here = placements.filter((placement) => placement.compute === metadata.name);
  const { needsOf } = explainComputes(graph, placements, policyOf(project));
  const [use] = usesOf([compute], graph, here, needsOf);
  const allocation = allocate(graph, inputs.objects ?? []);
  const ofPool: OfPool = (assignment) => allocation.get(addressOfManifest(assignment))?.address;
  const addresses = addressLines(metadata.name, graph, ofPool);
  const cost = KINDS.Compute.monthlyCost?.(spec);
  return {
    report: 'compute',
    fleet: project.name,
    placements: source,
    currency: project.spec.currency,
    compute: {
      name: metadata.name,
      type: spec.type,
      provider: spec.provider,
      region: spec.region,
      state: spec.state,
      tags: spec.tags ?? {},
    },
    hardware: hardwareLines(metadata.name, graph),
    raid: raidSets(metadata.name, graph),
    capacity: graph.hardwareTotalOf(metadata.name).capacity,
    reserved: vectorOf(spec.reserved),
    services: here
      .map(({ service, instance, granted }) => ({ service, instance, granted: vectorOf(granted) }))
      .sort((a, b) => (a.service < b.service ? -1 : a.service > b.service ? 1 : a.instance - b.instance)),
    resources: use ? computeFigures(use) : [],
    addresses,
    dns: dnsLines(addresses, graph),
    ports: portLines(addresses, graph),
    firewall: firewallLines(compute, graph),
    firewallDefaults: firewallDefaults(compute, graph),
    billing: {
      monthlyCost: cost?.amount ?? 0,
      currency: cost?.currency ?? project.spec.currency,
      contractEnd: spec.billing?.contractEnd ?? null,
      renewalDate: spec.billing?.renewalDate ?? null,
    },
    journal,
  };
}
