import type { Pair, Scalar } from 'yaml';
import type { Fault } from './fault.ts';
import { forbiddenInValue } from './forbidden-character.ts';
import { quoted } from './shown.ts';

/** A field of a mapping, whose key is known to be a scalar. */
export type Field = Pair<Scalar<string>, never>;

/** The second of two fields with one name. */
export function twice(first: Scalar, second: Scalar<string>): Fault {
  const merge = isMergeKey(second);
  return {
    ...spanOf(second),
    code: 'duplicate-key',
    message: `${quoted(second.value)} is there twice`,
    hint: merge ? 'merge a list instead: <<: [*a, *b]' : 'keep one of the two',
    other: { ...spanOf(first), message: 'first written here' },
  };
}

/** A field name that cannot be one. */
export function keyFault(key: Scalar<string>): Fault | undefined {
  const name = key.type === 'QUOTE_DOUBLE' ? forbiddenInValue(key.value) : undefined;
  if (name) {
    const message = `a field's name holds the character ${name}`;
    return { ...spanOf(key), code: 'control-character', message, hint: 'remove it' };
  }
  if (key.value !== '__proto__') return undefined;
  // Copied from object to object it would change what they inherit.
  const message = 'no field can have the name __proto__';
  return { ...spanOf(key), code: 'reserved-key', message, hint: 'choose another name' };
}

/** Where, among the fields of a document, another manifest begins without a line `---` before it. */
export function secondManifest(
  fields: readonly Field[],
): { readonly index: number; readonly fault: Fault } | undefined {
  const firsts = new Map<string, Scalar>();
  const repeated: { index: number; key: Scalar<string> }[] = [];
  fields.forEach(({ key }, index) => {
    if (firsts.has(key.value)) repeated.push({ index, key });
    else firsts.set(key.value, key);
  });
  const [second, ...more] = repeated;
  if (!second || more.length === 0 || !repeated.some(({ key }) => OPENING.has(key.value))) return undefined;
  const fault: Fault = {
    ...spanOf(second.key),
    code: 'duplicate-key',
    message: `${quoted(second.key.value)} is there twice: a second manifest seems to begin here`,
    hint: 'put a line --- before it',
    other: { ...spanOf(firsts.get(second.key.value) ?? second.key), message: 'first written here' },
  };
  return { index: second.index, fault };
}

/** Fields that stand at the beginning of a manifest. */
const OPENING: ReadonlySet<string> = new Set(['apiVersion', 'kind']);

/** Tells whether a field takes over those of other mappings. */
export function isMergeKey(key: Scalar): boolean {
  return key.value === '<<' && (key.type === undefined || key.type === 'PLAIN');
}

function spanOf({ range }: Scalar): { start: number; end: number } {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
