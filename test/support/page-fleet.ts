import type { CheckPage } from '../../src/model/check-page.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { InputFile } from '../../src/model/input-file.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import { planFleet } from '../../src/pipeline/plan-fleet.ts';
import { PROJECT_FILE, readProject } from '../../src/pipeline/read-project.ts';
import { TODAY } from './diagnose.ts';
import { fileOf, recordedFrom } from './planned.ts';
import type { Voices } from './said-of-plan.ts';
import { saidOfPlan } from './said-of-plan.ts';

/** Everything that validating and planning an example of a check's page says. */
export function saidOf(page: CheckPage, example: string): readonly Diagnostic[] {
  const { applied } = page;
  const recorded = applied === undefined ? NOTHING_RECORDED : withMachines(recordedFrom(applied));
  return saidOfFleet(example, recorded, page, 'inventory/fleet.yaml');
}

/** Everything that validating and planning some manifests says; a Project among them is the fleet's settings. */
export function saidOfFleet(
  yaml: string,
  recorded: RecordedState = NOTHING_RECORDED,
  voices: Voices = {},
  path = 'fleet.yaml',
): readonly Diagnostic[] {
  const { settings, files } = parted(yaml, path);
  const { value: project, diagnostics } = readProject(settings, 'example');
  const planned = planFleet({ project, files, tree: 'tree', recorded, today: TODAY, version: '1' });
  return [...diagnostics, ...saidOfPlan(planned, recorded, voices)];
}

/** The state once the first provider in it has made the machines. */
export function withMachines(state: RecordedState): RecordedState {
  const provider = state.objects.find(({ kind }) => kind === 'ComputeProvider')?.key ?? 'hcloud-prod';
  const status = { state: 'active', machine: 'm-1', uid: 'u-1', provider, region: 'fsn1' };
  const objects = state.objects.map((object) => (object.kind === 'Host' ? { ...object, status } : object));
  return { ...state, objects };
}

function parted(yaml: string, path: string): { settings: InputFile | null; files: InputFile[] } {
  const documents = yaml.split(/^---\n/m);
  const isProject = (document: string): boolean => /^kind: Project$/m.test(document);
  const settings = documents.find(isProject);
  const manifests = documents.filter((document) => !isProject(document)).join('---\n');
  return {
    settings: settings === undefined ? null : fileOf(PROJECT_FILE, settings),
    files: [fileOf(path, manifests)],
  };
}
