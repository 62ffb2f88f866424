import { isAlias, isMap, isSeq, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { CloudConfig } from './cloud-config.ts';
import { parseCloudConfig } from './cloud-config.ts';
import type { OwnSettings, Setting } from './own-settings.ts';

/**
 * Adds settings to a cloud-config, whose own words and comments stay. Null where only cloud-init can tell what they come
 * to together, as it borrows from elsewhere with `<<` or an alias. Fails with `profile`, saying the line, where it is no
 * YAML or one of its settings is of another shape than it must be.
 */
export function intoCloudConfig(text: string, own: OwnSettings, host: string): string | null {
  const config = parseCloudConfig(text, host);
  const { settings } = config;
  const added = Object.entries(own.added);
  if (settings.has('<<') || added.some(([key]) => isAlias(settings.get(key, true)))) return null;
  for (const [key, value] of Object.entries(own.unlessSaid)) {
    if (!settings.has(key)) settings.set(new Scalar(key), nodeOf(value));
  }
  for (const [key, value] of Object.entries(own.always)) replace(settings, key, nodeOf(value));
  for (const [key, value] of added) add(config, key, nodeOf(value));
  return config.text();
}

function add({ settings, misshapen }: CloudConfig, key: string, node: Scalar | YAMLMap | YAMLSeq): void {
  const theirs = settings.get(key, true);
  if (isMap(node) && isMap(theirs)) {
    for (const { key: name, value } of node.items) replace(theirs, String(name), value);
  } else if (isSeq(node) && isSeq(theirs)) {
    const known = new Set(theirs.items.map(String));
    for (const item of node.items) if (!known.has(String(item))) theirs.add(item);
  } else if (theirs === undefined) {
    settings.set(new Scalar(key), node);
  } else {
    throw misshapen(key, theirs, isMap(node) ? 'a mapping' : 'a list');
  }
}

/** A setting of ours has no comment of theirs. */
function replace(map: YAMLMap, key: string, value: unknown): void {
  map.delete(key);
  map.set(new Scalar(key), value);
}

function nodeOf(value: Setting): Scalar | YAMLMap | YAMLSeq {
  if (typeof value === 'string')
    return scalar(value, value.includes('\n') ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE');
  if (typeof value === 'boolean') return scalar(String(value), 'PLAIN');
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    for (const item of value as readonly string[]) list.add(nodeOf(item));
    return list;
  }
  const map = new YAMLMap();
  for (const [name, item] of Object.entries(value)) map.set(new Scalar(name), nodeOf(item));
  return map;
}

function scalar(text: string, type: Scalar.Type): Scalar {
  const node = new Scalar(text);
  node.type = type;
  return node;
}
