import type { Document, LineCounter, Node, Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { SourceRange } from '../../model/source.ts';
import type { YamlFile } from './yaml-documents.ts';

/** Finds what a JSON pointer leads to in one document, or its nearest ancestor that exists. */
export function locate(
  file: YamlFile,
  index: number,
  pointer: string,
  part: 'key' | 'value' = 'value',
): SourceRange {
  const document = file.documents[index];
  if (!document?.contents) return rangeOf(file, 0, 0);
  let node: Node = document.contents;
  let key: Node | undefined;
  for (const name of pointerNames(pointer)) {
    const child = childOf(document, node, name);
    if (!child) break;
    key = child.key ?? key;
    if (!child.value) {
      node = child.key ?? node;
      break;
    }
    node = child.value;
  }
  const [start, end] = ((part === 'key' ? key : undefined) ?? node).range ?? [0, 0];
  return rangeOf(file, start, end);
}

/** The range between two offsets; an empty one is widened to a character, so that a caret shows. */
export function rangeOf(file: { path: string; lines: LineCounter }, start: number, end: number): SourceRange {
  const from = file.lines.linePos(start);
  const to = file.lines.linePos(Math.max(end, start));
  const line = Math.max(1, from.line);
  const column = Math.max(1, from.col);
  const empty = to.line < line || (to.line === line && to.col <= column);
  return {
    file: file.path,
    line,
    column,
    endLine: empty ? line : to.line,
    endColumn: empty ? column + 1 : to.col,
  };
}

function pointerNames(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

interface Child {
  readonly key?: Node;
  readonly value?: Node;
}

function childOf(document: Document, parent: Node, name: string): Child | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const value = node.items[Number(name)] as Node | undefined;
    return value && { value };
  }
  if (!isMap(node)) return undefined;
  const pairs = node.items as Pair<Node, Node | null>[];
  const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === name);
  if (pair) return { key: pair.key, value: pair.value ?? undefined };
  return mergedChild(document, pairs, name);
}

/** Looks a field up where `<<` takes it from. */
function mergedChild(document: Document, pairs: Pair<Node, Node | null>[], name: string): Child | undefined {
  const merge = pairs.find(({ key }) => isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol'));
  if (!merge?.value) return undefined;
  const sources = isSeq(merge.value) ? (merge.value.items as Node[]) : [merge.value];
  for (const source of sources) {
    const child = childOf(document, source, name);
    if (child) return child;
  }
  return undefined;
}
