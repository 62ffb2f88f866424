import { KINDS } from '../../kinds/registry.ts';
import type { Kind } from '../../kinds/kind.ts';
import { addressOf } from '../../model/address.ts';
import type { Change } from '../../model/change.ts';
import type { Difference } from '../../model/comparison.ts';
import type { Graph } from '../../model/graph.ts';
import type { Category } from '../../model/journal-entry.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { Note, Step } from '../../model/step.ts';
import type { HostOrders } from './host-orders.ts';
import { hostWork, isMade } from './host-work.ts';
import { monthlyCents } from './monthly-cost.ts';
import { recordedManifest } from './recorded-graph.ts';

/** What an object's step needs to know of the fleets before and after. */
export interface Surroundings {
  readonly desired: Graph;
  readonly recorded: () => Graph;
  readonly hosts: HostOrders;
  readonly currency: string;
}

/** The step that records, changes or forgets one object. */
export function objectStep(difference: Difference, around: Surroundings): Step {
  const { before, after, changes } = difference;
  const object = (after ?? before) as RecordedObject;
  const verb = !before ? 'create' : !after ? 'delete' : 'update';
  const address = addressOf(object.kind, object.metadata.name);
  const { words, ...work } = hostWork(difference, verb, around.hosts);
  const said = (KINDS[object.kind] as Kind).summary(recordedManifest(object).spec, object.status);
  const summary = oneLine(`${said}${words}`);
  const cents = monthlyCents(after, around.currency) - monthlyCents(before, around.currency);
  const isNew = work.order !== undefined && !(before && isMade(before));
  const ordered = isNew && work.order?.price.currency === around.currency ? work.order.price.monthly : 0;
  return {
    id: `${verb}:${address}`,
    verb,
    address,
    ...work,
    needs: [],
    changes,
    summary,
    cost: Math.round(cents + ordered * 100) / 100,
    effect: { of: 'object', before, after },
    notes: notesOn(difference, object, verb, summary, around),
  };
}

function notesOn(
  { manifest, before, changes }: Difference,
  object: RecordedObject,
  verb: 'create' | 'update' | 'delete',
  summary: string,
  { desired, recorded }: Surroundings,
): Note[] {
  const kind = KINDS[object.kind] as Kind;
  const was = new Set(before ? kind.concerns(recordedManifest(before), recorded()) : []);
  const is = new Set(manifest ? kind.concerns(manifest, desired) : []);
  const computes = onlyMembershipChanged(object, changes)
    ? [...was, ...is].filter((name) => !was.has(name) || !is.has(name))
    : [...new Set([...was, ...is])];
  const category = categoryOf(object, changes);
  const subject = oneLine(subjectOf(object, verb, summary, changes));
  const about: (string | null)[] = computes.length > 0 ? computes.sort() : [null];
  return about.map((compute) => ({ compute, category, subject }));
}

/** A list of computes grew or shrank and nothing else changed: that concerns those who came or left. */
function onlyMembershipChanged({ kind }: RecordedObject, changes: readonly Change[]): boolean {
  const lists = SCHEMA_FACTS[kind].references
    .filter(({ kinds, pointer }) => kinds.includes('Compute') && pointer.endsWith('/*'))
    .map(({ pointer }) => pointer.slice(1, -2).replaceAll('/', '.'));
  return changes.length > 0 && changes.every(({ path }) => lists.includes(path));
}

/** Taking a compute in or out of service is maintenance; everything else is what its kind says. */
function categoryOf({ kind }: RecordedObject, changes: readonly Change[]): Category {
  if (kind === 'Compute' && changes.length > 0 && changes.every(({ path }) => path === 'spec.state')) {
    return 'maintenance';
  }
  return KINDS[kind].category;
}

function subjectOf(
  { kind, metadata }: RecordedObject,
  verb: 'create' | 'update' | 'delete',
  summary: string,
  changes: readonly Change[],
): string {
  const what = `${kind} ${metadata.name}`;
  if (verb === 'create') return `add ${what}, ${summary}`;
  if (verb === 'delete') return `remove ${what}, ${summary}`;
  const [first] = changes;
  const more = changes.length > 1 ? ` and ${changes.length - 1} more` : '';
  return `change ${what}, ${first ? describeChange(first) : 'metadata'}${more}`;
}

function describeChange({ path, before, after }: Change): string {
  const field = path.replace(/^(spec|metadata|status)\./, '');
  if ([before, after].some((value) => typeof value === 'string' && value.includes('\n')))
    return `${field} rewritten`;
  if (before === undefined) return `${field} is now ${brief(after)}`;
  if (after === undefined) return `${field} is gone`;
  return `${field} ${brief(before)} → ${brief(after)}`;
}

/** Text of a manifest may hold line breaks; a plan line and the subject of a commit may not. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A value short enough for one line of `git log`. */
function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
