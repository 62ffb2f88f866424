/** One schema for files that mix kinds: the kind decides which schema holds. */
export function unionFile({ kinds }) {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Stowage manifest',
    description: 'Any manifest: `kind` decides which fields it has. Generated from the other schemas.',
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: { kind: { title: 'Kind', enum: kinds.map(({ schema }) => schema.title) } },
    allOf: kinds.map(({ slug, schema }) => ({
      if: { properties: { kind: { const: schema.title } }, required: ['kind'] },
      then: { $ref: `${slug}.json` },
    })),
  };
  return { 'schemas/stowage.json': JSON.stringify(schema) };
}
