export const CATEGORIES = ['maintenance', 'incident', 'deployment', 'hardware', 'network', 'other'] as const;

export type Category = (typeof CATEGORIES)[number];

/** Who did it, as git knows them. */
export interface Actor {
  readonly name: string;
  readonly email: string;
}

/** One act, told to a person. Each is a commit on the state branch. */
export interface JournalEntry {
  /** A ULID: sorts by time. */
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly timestamp: string;
  readonly category: Category;
  readonly author: Actor;
  /** The compute it is about; null for the fleet. */
  readonly compute: string | null;
  /** One line that stands in `git log`. */
  readonly subject: string;
  /** Plain text or markdown; may be empty. */
  readonly content: string;
  /** Where it came from: the plan's digest, the step, the manifest tree. Absent on a person's own entry. */
  readonly origin?: { readonly plan: string; readonly step: string; readonly desired: string };
}
