type Schema = Record<string, unknown>;

/** Copies a schema with every `$ref` into another file turned into one into its own definitions. */
export function selfContained(file: string, load: (file: string) => Schema): Schema {
  const definitions: Schema = {};
  const inlined = (value: unknown, from: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => inlined(item, from));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([keyword, inner]): [string, unknown] =>
      keyword === '$ref' && typeof inner === 'string'
        ? [keyword, pointInside(inner, from)]
        : [keyword, inlined(inner, from)],
    );
    return Object.fromEntries(entries);
  };
  /** Makes sure that the target is among the definitions, and points there. */
  const pointInside = (ref: string, from: string): string => {
    const [path = '', pointer = ''] = ref.split('#');
    const target = path === '' ? from : path.replace(/\.json$/, '');
    const name = pointer === '' ? target : (pointer.split('/').pop() as string);
    if (!(name in definitions)) {
      definitions[name] = true;
      const { $schema, ...schema } = load(target);
      void $schema;
      const found = pointer === '' ? schema : (schema.definitions as Schema)[name];
      definitions[name] = inlined(found, target);
    }
    return `#/definitions/${name}`;
  };
  const { definitions: own, ...root } = load(file);
  const schema = inlined(root, file) as Schema;
  for (const [name, definition] of Object.entries((own ?? {}) as Schema)) {
    definitions[name] ??= inlined(definition, file);
  }
  return Object.keys(definitions).length > 0 ? { ...schema, definitions } : schema;
}
