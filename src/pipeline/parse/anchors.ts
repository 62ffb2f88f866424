import type { Alias, Node } from 'yaml';

/** The anchors of one document, in the order in which its nodes are met. */
export class Anchors {
  readonly #nodes = new Map<string, Node>();
  readonly #targets = new Map<Alias, Node>();
  readonly #met = new Set<Node>();

  /** Notes a node's anchor. Expanding an alias meets a node again, which changes nothing. */
  meet(node: Node): void {
    if (this.#met.has(node)) return;
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor === undefined) return;
    this.#met.add(node);
    this.#nodes.set(anchor, node);
  }

  /** What an alias stands for: the latest node above it that has the anchor. */
  target(alias: Alias): Node | undefined {
    const known = this.#targets.get(alias) ?? this.#nodes.get(alias.source);
    if (known) this.#targets.set(alias, known);
    return known;
  }

  /** The first few names defined. */
  names(limit: number): string[] {
    const names: string[] = [];
    for (const name of this.#nodes.keys()) {
      if (names.length === limit) break;
      names.push(name);
    }
    return names;
  }
}
