import type { Alias, Document, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { contained, MAX_EXPANDED, NOT_MERGEABLE, TOO_MUCH, unknownAnchor } from './alias-faults.ts';
import { Anchors } from './anchors.ts';
import type { Fault, Unplaced } from './fault.ts';
import type { Field } from './key-fault.ts';
import { isMergeKey, keyFault, secondManifest, twice } from './key-fault.ts';
import { scalarFault } from './scalar-fault.ts';
import { MAX_DEPTH, TOO_DEEP } from './over-limit.ts';

/** A document with so many faults is told enough about. */
const MAX_FAULTS = 50;

/**
 * What a document says, as objects, lists and scalars. Aliases become copies, so that filling in a default
 * here changes nothing there; merge keys become the fields they stand for.
 */
export function plainData(document: Document.Parsed): {
  readonly data: unknown;
  readonly faults: readonly Fault[];
} {
  const conversion = new Conversion();
  const data = conversion.value(document.contents, 1);
  return { data, faults: conversion.faults };
}

type Fields = Record<string, unknown>;

class Conversion {
  readonly faults: Fault[] = [];
  readonly #anchors = new Anchors();
  /** Nodes being converted: an alias to one of them would contain itself. */
  readonly #open = new Set<Node>();
  /** The alias being expanded, as it stands in the text and not in what another one expands to. */
  #outermost: Alias | undefined;
  #expanded = 0;
  /** Going on would only repeat what was said. */
  #halted = false;

  value(node: Node | null, depth: number): unknown {
    if (node === null || !this.#affordable()) return null;
    if (isAlias(node)) return this.#alias(node, depth);
    this.#anchors.meet(node);
    if (isScalar(node)) return this.#scalar(node);
    if (depth > MAX_DEPTH) return this.#halt(node, TOO_DEEP);
    this.#open.add(node);
    const value = isMap(node) ? this.#map(node, depth) : isSeq(node) ? this.#list(node, depth) : null;
    this.#open.delete(node);
    return value;
  }

  #scalar(node: Scalar): unknown {
    const fault = scalarFault(node);
    if (fault) return this.#refuse(node, fault);
    return node.value === 0 ? 0 : node.value;
  }

  #list(node: YAMLSeq, depth: number): unknown[] {
    return node.items.map((item) => this.value(item as Node, depth + 1));
  }

  #map(node: YAMLMap, depth: number): Fields {
    const fields: Fields = {};
    const keys = new Map<string, Scalar>();
    for (const { key, value } of this.#ownFields(node, depth)) {
      this.#anchors.meet(key);
      const first = keys.get(key.value);
      const fault = first ? twice(first, key) : keyFault(key);
      keys.set(key.value, key);
      if (fault) this.#refuse(key, fault);
      else if (isMergeKey(key)) this.#merge(fields, value, depth);
      else fields[key.value] = this.value(value, depth + 1);
    }
    return fields;
  }

  #ownFields(node: YAMLMap, depth: number): readonly Field[] {
    const fields = node.items as Field[];
    const second = depth === 1 ? secondManifest(fields) : undefined;
    if (!second) return fields;
    this.faults.push(second.fault);
    return fields.slice(0, second.index);
  }

  /** Takes over the fields that a mapping lacks; of several sources the first counts. */
  #merge(fields: Fields, sources: Node | null, depth: number): void {
    for (const source of isSeq(sources) ? (sources.items as Node[]) : [sources]) {
      const merged = this.value(source, depth + 1);
      const target = isAlias(source) ? this.#anchors.target(source) : source;
      if (target && !isMap(target)) {
        this.#refuse(source as Node, NOT_MERGEABLE);
        return;
      }
      if (typeof merged !== 'object') continue;
      for (const [name, value] of Object.entries(merged ?? {})) {
        if (!Object.hasOwn(fields, name)) fields[name] = value;
      }
    }
  }

  #alias(alias: Alias, depth: number): unknown {
    const target = this.#anchors.target(alias);
    if (!target) return this.#refuse(alias, unknownAnchor(alias.source, this.#anchors));
    if (this.#open.has(target)) return this.#refuse(alias, contained(alias.source));
    const nested = this.#outermost !== undefined;
    this.#outermost ??= alias;
    const value = this.value(target, depth);
    if (!nested) this.#outermost = undefined;
    return value;
  }

  /** Counts what aliases expand to. */
  #affordable(): boolean {
    if (this.#outermost && ++this.#expanded > MAX_EXPANDED) this.#halt(this.#outermost, TOO_MUCH);
    return !this.#halted;
  }

  /** Says what is wrong with all that an alias stands for, and that is the end of it. */
  #halt(node: Node, fault: Unplaced): null {
    if (!this.#halted) this.faults.push({ ...fault, ...spanOf(this.#outermost ?? node) });
    this.#halted = true;
    return null;
  }

  /** Notes a fault, unless an alias repeats it: it was noted where its anchor is. */
  #refuse(node: Node, fault: Unplaced): null {
    if (this.#halted || this.#outermost) return null;
    this.faults.push({ ...fault, ...spanOf(node) });
    this.#halted = this.faults.length >= MAX_FAULTS;
    return null;
  }
}

function spanOf({ range }: Node): { start: number; end: number } {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
