import type { Finding } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';
import type { Category } from '../model/journal-entry.ts';
import type { ListedCheck } from '../model/listed-check.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Project } from '../model/project.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import type { KindName, SpecOf } from '../model/spec/spec-of.ts';

/** What a check may look at besides the manifests of its kind. */
export interface CheckContext {
  readonly graph: Graph;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /**
   * Tells whether manifests of a kind are not valid, or are named and not there, so that what seems to be missing or
   * wrong may follow from that alone.
   */
  readonly unread: (kind: KindName) => boolean;
  /** The fleet's settings; null where manifests are looked at without them. */
  readonly project: Project | null;
}

/** A rule over the manifests of one kind. Its file is named after its id. */
export interface Check<K extends KindName> extends ListedCheck {
  run(manifests: readonly Manifest<K>[], context: CheckContext): Iterable<Finding>;
}

/** WHAT can be declared: everything the tool knows about a kind that its schema does not say. */
export interface Kind<K extends KindName = KindName> {
  readonly name: K;
  /** Which part of the journal its changes belong to. */
  readonly category: Category;
  /** Brings spellings of one meaning to one form (`2001:DB8::1`, `raid5`), for keys and comparison. */
  canonical?(spec: SpecOf[K]): SpecOf[K];
  /** A few words on what the object is, as a plan line shows it. `status` is what is known of it beyond its spec. */
  summary(spec: SpecOf[K], status?: RecordedObject['status']): string;
  /** The computes an object is about, whose journals tell of it; none means the fleet. */
  concerns(manifest: Manifest<K>, graph: Graph): readonly string[];
  /** What the object costs per month, decimal. */
  monthlyCost?(spec: SpecOf[K]): { readonly amount: number; readonly currency: string };
  readonly checks: readonly Check<K>[];
}

/** Declares a kind; exists so that each folder is checked against its own spec type. */
export function defineKind<K extends KindName>(kind: Kind<K>): Kind<K> {
  return kind;
}
