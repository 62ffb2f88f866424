import type { ReferenceCheck } from '../reference-check.ts';

/** A field names a manifest of another kind than it takes. */
export const refKind: ReferenceCheck = {
  id: 'ref.kind',
  *run(index) {
    for (const { from, pointer, name, field, to } of index.uses) {
      if (to) continue;
      const wanted = field.kinds.join(' or ');
      const bare = name.slice(name.indexOf('/') + 1);
      if (bare !== name) {
        yield {
          manifest: from,
          pointer,
          message: `the field takes the bare name of a ${wanted}, and here is "${name}"`,
          hint: `write ${bare}`,
        };
        continue;
      }
      const [kind] = index.kindsNamed(name);
      const other = kind && index.get(kind, name);
      if (!other) continue;
      yield {
        manifest: from,
        pointer,
        message: `the field takes a ${wanted}, and ${name} is a ${kind}`,
        related: [{ manifest: other, pointer: '/kind', message: `${name} is declared here` }],
      };
    }
  },
};
