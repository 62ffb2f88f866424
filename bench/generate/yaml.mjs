const WIDTH = 100;

/**
 * Writes a manifest the way people do: block style, a list of one and groups of figures on one line, long
 * texts folded.
 * @param {Record<string, unknown>} manifest
 */
export function yamlOf(manifest) {
  return fields(manifest, '').join('\n') + '\n';
}

/** @param {Record<string, unknown>} mapping @param {string} indent @returns {string[]} */
function fields(mapping, indent) {
  return Object.entries(mapping)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => field(`${indent}${scalar(name)}:`, value, indent));
}

/** @param {string} head @param {unknown} value @param {string} indent @returns {string[]} */
function field(head, value, indent) {
  if (typeof value !== 'object' || value === null) return leaf(head, value, indent);
  const inline = flow(value);
  if (inline !== undefined && head.length + inline.length < WIDTH) return [`${head} ${inline}`];
  if (!Array.isArray(value)) {
    return [head, ...fields(/** @type {Record<string, unknown>} */ (value), `${indent}  `)];
  }
  return [head, ...value.flatMap((item) => entry(item, `${indent}  `))];
}

/** @param {unknown} item @param {string} indent @returns {string[]} */
function entry(item, indent) {
  if (typeof item !== 'object' || item === null) return [`${indent}- ${scalar(item)}`];
  const [first = '', ...rest] = fields(/** @type {Record<string, unknown>} */ (item), `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** @param {string} head @param {unknown} value @param {string} indent */
function leaf(head, value, indent) {
  const text = scalar(value);
  if (head.length + text.length < WIDTH) return [`${head} ${text}`];
  const lines = [''];
  for (const word of String(value).split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length >= WIDTH - indent.length) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return [`${head} >-`, ...lines.map((line) => `${indent}  ${line}`)];
}

/** @param {object} value */
function flow(value) {
  const items = Object.values(value);
  if (Array.isArray(value)) {
    return items.length === 1 && typeof items[0] !== 'object' ? `[${scalar(items[0])}]` : undefined;
  }
  if (!items.every((item) => typeof item === 'number')) return undefined;
  const pairs = Object.entries(value).map(([name, item]) => `${name}: ${item}`);
  return `{ ${pairs.join(', ')} }`;
}

/** A text that YAML would read as something else, or not at all, is quoted. @param {unknown} value */
function scalar(value) {
  if (typeof value !== 'string') return String(value);
  const plain = /^[A-Za-z][\w ./+-]*[\w./]$|^[A-Za-z]$/.test(value);
  const word = /^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
  const address = /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(value);
  const link = /^https:\/\/[\w./-]+$/.test(value);
  return (plain && !word) || address || link ? value : `'${value.replaceAll("'", "''")}'`;
}
