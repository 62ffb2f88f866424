import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import { planFleet } from '../../src/pipeline/plan-fleet.ts';
import { PROJECT_FILE, readProject } from '../../src/pipeline/read-project.ts';
import { TODAY } from '../support/diagnose.ts';
import { withMachines } from '../support/page-fleet.ts';
import { edited, fileOf, recordedFrom } from '../support/planned.ts';
import type { Voices } from '../support/said-of-plan.ts';
import { saidOfPlan } from '../support/said-of-plan.ts';

/** A change of one file of the fleet: what is there, and what is written instead. */
export type Edit = readonly [file: string, from: string, to: string];

const FOLDER = 'test/mutation/fleet';
const SETTINGS = 'settings';

/** The fleet, text by file name without `.yaml`. */
const FLEET: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file.replace('.yaml', ''), readFileSync(`${FOLDER}/${file}`, 'utf8')]),
);

/** The fleet after some edits, each of which must change something. `+` as the text to replace adds at the end. */
export function mutated(edits: readonly Edit[]): Readonly<Record<string, string>> {
  const fleet = { ...FLEET };
  for (const [file, from, to] of edits) {
    const text = fleet[file] ?? '';
    fleet[file] = from === '+' ? `${text}---\n${to}` : edited(text, [from, to]);
  }
  return fleet;
}

/** Everything that a plan of the fleet says after some edits, with what was applied before. */
export function saidOfMutated(
  edits: readonly Edit[],
  recorded = NOTHING_RECORDED,
  voices: Voices = {},
): readonly Diagnostic[] {
  const { [SETTINGS]: settings = '', ...manifests } = mutated(edits);
  const { value: project, diagnostics } = readProject(fileOf(PROJECT_FILE, settings), 'mutated');
  const files = Object.entries(manifests).map(([name, text]) => fileOf(`inventory/${name}.yaml`, text));
  const inputs = { project, files, tree: 'tree', recorded, today: TODAY, version: '1' };
  return [...diagnostics, ...saidOfPlan(planFleet(inputs), recorded, voices)];
}

/** The state after the fleet was applied with some edits. */
export function recordedOf(edits: readonly Edit[]): RecordedState {
  const manifests = Object.entries(mutated(edits)).filter(([file]) => file !== SETTINGS);
  return withMachines(recordedFrom(manifests.map(([, text]) => text).join('---\n')));
}
