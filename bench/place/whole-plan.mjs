import { yamlOf } from '../generate/yaml.mjs';
import { manifestsOf } from './fleet.mjs';
import { loadPlan } from './load.mjs';

/** Manifests in one file. */
const PER_FILE = 100;
const TODAY = '2026-01-01';

// Plans a fleet in a process that does nothing else: `node whole-plan.mjs WISH [phases]` says how long the whole
// takes and the most that was resident, or how long each phase takes.
const stowage = await loadPlan();
const files = filesOf(JSON.parse(process.argv[2] ?? '{}'));
const project = stowage.readProject(null, 'bench').value;
const recorded = stowage.NOTHING_RECORDED;
process.send?.(process.argv[3] === 'phases' ? timePhases() : planWhole());

function planWhole() {
  const start = performance.now();
  const inputs = { project, files, tree: 'tree', recorded, today: TODAY, version: '0.0.0' };
  const { plan, diagnostics } = stowage.planFleet(inputs);
  const time = performance.now() - start;
  if (!plan) throw new Error(diagnostics[0]?.message);
  const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  return { time, megabytes, placements: plan.placements.length };
}

function timePhases() {
  const phases = {};
  const timed = (phase, work) => {
    const start = performance.now();
    const answer = work();
    phases[phase] = Math.round(performance.now() - start);
    return answer;
  };
  const { value: parsed } = timed('parse', () => stowage.parse(files));
  const { value: graph } = timed('resolve', () =>
    stowage.resolve(parsed.manifests, parsed.broken, parsed.incomplete),
  );
  const diagnostics = timed('check', () =>
    stowage.check({ graph, today: TODAY, project, unread: () => false }, stowage.CHECK_CATALOGUE),
  );
  const comparison = timed('compare', () => stowage.compare(graph, recorded.objects));
  const placement = timed('place', () => stowage.place(graph, recorded.placements, project.spec.placement));
  const basedOn = { desired: 'tree', state: null, tool: '0.0.0', schemas: '' };
  timed('plan', () => {
    const hosts = stowage.hostOrders(graph, recorded.objects, TODAY);
    const parts = { project, basedOn, graph, recorded, comparison, hosts, placement, diagnostics };
    return stowage.plan({ ...parts, today: TODAY });
  });
  return phases;
}

function filesOf(wish) {
  const texts = manifestsOf(wish).map(({ apiVersion, kind, metadata, spec }) =>
    yamlOf({ apiVersion, kind, metadata: { name: metadata.name }, spec }),
  );
  const encoder = new TextEncoder();
  return Array.from({ length: Math.ceil(texts.length / PER_FILE) }, (_, nth) => ({
    path: `inventory/${String(nth).padStart(4, '0')}.yaml`,
    bytes: encoder.encode(texts.slice(nth * PER_FILE, (nth + 1) * PER_FILE).join('---\n')),
  }));
}
