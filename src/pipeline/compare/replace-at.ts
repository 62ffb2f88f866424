/** Copies a value with what a JSON pointer leads to replaced; everything else is shared. */
export function replaceAt(root: unknown, pointer: string, value: unknown): unknown {
  const [, name, ...rest] = pointer.split('/');
  if (name === undefined) return value;
  const below = rest.length > 0 ? `/${rest.join('/')}` : '';
  if (Array.isArray(root)) {
    return root.map((item, index) =>
      index === Number(name) ? replaceAt(item, below, value) : (item as unknown),
    );
  }
  const mapping = root as Record<string, unknown>;
  return { ...mapping, [name]: replaceAt(mapping[name], below, value) };
}
