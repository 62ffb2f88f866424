import type { Voices } from '../support/said-of-plan.ts';
import type { Edit } from './mutated.ts';

/** A mistake planted in the fleet, and the check that is to find it. */
export interface Mutation {
  readonly id: string;
  readonly mistake: string;
  readonly edits: readonly Edit[];
  /** What of the fleet was otherwise when it was applied; absent where it never was. */
  readonly applied?: readonly Edit[];
  /** Who else has a say. */
  readonly voices?: Voices;
}

/** One mistake that one edit makes. */
export function slip(id: string, mistake: string, ...edits: readonly Edit[]): Mutation {
  return { id, mistake, edits };
}

/** A mistake that a further manifest is. */
export function extra(id: string, mistake: string, file: string, ...manifests: readonly string[]): Mutation {
  return { id, mistake, edits: [[file, '+', manifests.join('---\n')]] };
}

/** A manifest with its spec in flow style. */
export function manifest(kind: string, name: string, spec: string): string {
  return `apiVersion: stowage/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: { ${spec} }\n`;
}
