import { createHash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Machine, Marker } from '../../model/machine.ts';

/** Every effect a sandbox ever had, a JSON document a line. */
export const LOG_FILE = 'log.ndjson';

/** The machines of a sandbox, a file each. Whatever several processes do at once, each file is whole or not there. */
export class MachineFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The id of the machine that a mark stands for. */
  idFor({ fleet, intent }: Marker): string {
    return `sbx-${createHash('sha256').update(`${fleet}\0${intent}`).digest('hex').slice(0, 12)}`;
  }

  read(id: string): Machine | null {
    try {
      return JSON.parse(readFileSync(this.#path(id), 'utf8')) as Machine;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Adds a machine; false when one of its id is there already. */
  add(machine: Machine): boolean {
    mkdirSync(join(this.#folder, 'machines'), { recursive: true });
    const draft = join(this.#folder, `draft-${randomUUID()}`);
    writeFileSync(draft, `${JSON.stringify(machine, null, 2)}\n`);
    try {
      linkSync(draft, this.#path(machine.id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(draft);
    }
    this.#log('made', machine);
    return true;
  }

  /** Writes a mark on a machine; whoever reads it meanwhile sees it with the mark or without. */
  mark(machine: Machine, marker: Marker): Machine {
    const marked = { ...machine, marker };
    const draft = join(this.#folder, `draft-${randomUUID()}`);
    writeFileSync(draft, `${JSON.stringify(marked, null, 2)}\n`);
    renameSync(draft, this.#path(machine.id));
    this.#log('marked', marked);
    return marked;
  }

  remove(machine: Machine): void {
    rmSync(this.#path(machine.id), { force: true });
    this.#log('removed', machine);
  }

  /** Every machine, by id. */
  all(): Machine[] {
    return this.#ids().flatMap((id) => this.read(id) ?? []);
  }

  #ids(): string[] {
    try {
      return readdirSync(join(this.#folder, 'machines'))
        .map((name) => name.replace(/\.json$/, ''))
        .sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  #path(id: string): string {
    return join(this.#folder, 'machines', `${id}.json`);
  }

  #log(what: 'made' | 'marked' | 'removed', { id, name, marker }: Machine): void {
    const line = { at: new Date().toISOString(), what, id, name, marker };
    appendFileSync(join(this.#folder, LOG_FILE), `${JSON.stringify(line)}\n`);
  }
}
