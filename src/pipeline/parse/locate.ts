import type { Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';

/** The offsets between which something stands. */
export type Span = readonly [start: number, end: number];

/**
 * Finds what a JSON pointer leads to in a document, or its nearest ancestor that exists. An alias stands for
 * itself at the end of the way, and for its anchor's value on it.
 */
export function locate(
  document: Document | undefined,
  pointer: string,
  part: 'key' | 'value' = 'value',
): Span {
  if (!document?.contents) return [0, 0];
  let found: Child = { value: document.contents };
  for (const name of pointerNames(pointer)) {
    const child = found.value && childOf(document, found.value, name);
    if (!child) break;
    // An element of a list has no name of its own; it goes by the list's.
    found = { key: child.key ?? found.key, value: child.value };
  }
  return (part === 'key' ? spanOfKey(found) : undefined) ?? spanOfValue(found) ?? [0, 0];
}

interface Child {
  readonly key?: Node;
  readonly value?: Node;
}

/** A document has no name of its own; it goes by its first field's. */
function spanOfKey({ key, value }: Child): Span | undefined {
  return spanOf(key ?? firstKey(value));
}

/** Where a value was left out, its name is all there is to show. */
function spanOfValue({ key, value }: Child): Span | undefined {
  const span = spanOf(value);
  return span && span[1] > span[0] ? span : (spanOf(key) ?? span);
}

function spanOf(node: Node | undefined): Span | undefined {
  return node?.range ? [node.range[0], node.range[1]] : undefined;
}

function firstKey(node: Node | undefined): Node | undefined {
  return isMap(node) ? (node.items[0]?.key as Node | undefined) : undefined;
}

function pointerNames(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childOf(document: Document, parent: Node, name: string): Child | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const value = node.items[Number(name)] as Node | undefined;
    return value && { value };
  }
  if (!isMap(node)) return undefined;
  const pairs = node.items as Pair<Node, Node | null>[];
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === name);
  if (pair) return { key: pair.key, value: pair.value ?? undefined };
  return mergedChild(document, pairs, name);
}

/** Looks a field up where `<<` takes it from. */
function mergedChild(
  document: Document,
  pairs: readonly Pair<Node, Node | null>[],
  name: string,
): Child | undefined {
  const merge = pairs.find(({ key }) => isScalar(key) && key.value === '<<');
  if (!merge?.value) return undefined;
  const sources = isSeq(merge.value) ? (merge.value.items as Node[]) : [merge.value];
  for (const source of sources) {
    const child = childOf(document, source, name);
    if (child) return child;
  }
  return undefined;
}
