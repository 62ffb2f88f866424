import { pointedAt } from '../model/json-pointer.ts';

type Schema = Record<string, unknown>;

/** Copies a schema with every `$ref` into another file turned into one into its own definitions. */
export function selfContained(file: string, load: (file: string) => Schema): Schema {
  const { definitions: own = {}, ...root } = load(file) as { definitions?: Schema };
  const definitions: Schema = {};
  // The name of every part by where it is from: two files may call two things alike.
  const names = new Map(Object.keys(own).map((name) => [`${file}#/definitions/${name}`, name]));
  const nameOf = (target: string, pointer: string): string => {
    const place = `${target}#${pointer}`;
    const bare = pointer.split('/').pop() || target.replaceAll('/', '.');
    const taken = [...names.values()].includes(bare);
    const name = names.get(place) ?? (taken ? `${target.replaceAll('/', '.')}.${bare}` : bare);
    names.set(place, name);
    return name;
  };
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
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const target = path === '' ? from : `${folder}${path.replace(/\.json$/, '')}`;
    const name = nameOf(target, pointer);
    if (!(name in definitions)) {
      definitions[name] = true;
      const { $schema, ...schema } = load(target);
      void $schema;
      const found = pointer === '' ? schema : pointedAt(schema, pointer)[0]?.value;
      definitions[name] = inlined(found, target);
    }
    return `#/definitions/${name}`;
  };
  const schema = inlined(root, file) as Schema;
  for (const [name, definition] of Object.entries(own)) {
    definitions[name] ??= inlined(definition, file);
  }
  return Object.keys(definitions).length > 0 ? { ...schema, definitions } : schema;
}
