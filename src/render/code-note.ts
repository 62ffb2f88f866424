/** What kind of mistake a code outside the catalogue stands for. */
const NOTES: readonly (readonly [prefix: string, note: string])[] = [
  [
    'schema.',
    'A manifest departs from the schema of its kind: a field is missing, unknown, or holds what it cannot hold. `stowage schema KIND` prints the schema, with an example of every field.',
  ],
  [
    'yaml.',
    'A file is not YAML that can be read without doubt, so what is in it was not checked any further. The diagnostic shows the place and how to mend it.',
  ],
  [
    'file.',
    'A file of the inventory could not be read, or may not be. The diagnostic says why and what to do.',
  ],
  ['project.', 'stowage.yaml holds one Project and nothing else; manifests belong in the inventory.'],
];

/** A sentence or two on a code that is no check's id; undefined where it is none of ours. */
export function codeNote(code: string): string | undefined {
  return NOTES.find(([prefix]) => code.startsWith(prefix))?.[1];
}
