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
import type { FoundMachine, Machine, Marker } from '../../model/machine.ts';

/** Every effect a sandbox ever had, a JSON document a line. */
export const LOG_FILE = 'log.ndjson';

/** What is known of a machine besides itself. */
type Facts = Omit<FoundMachine, 'machine'>;

/** What one is that was put there without a word about it. */
const UNSAID: Facts = { parameters: {}, image: null, resources: {}, price: null };

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
    return this.#found(id)?.machine ?? null;
  }

  #found(id: string): FoundMachine | null {
    try {
      const stored = JSON.parse(readFileSync(this.#path(id), 'utf8')) as Machine & Partial<Facts>;
      const { parameters, image, resources, price, ...machine } = { ...UNSAID, ...stored };
      return { machine, parameters, image, resources, price };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Adds a machine; false when one of its id is there already. */
  add(machine: Machine, facts: Partial<Facts> = {}): boolean {
    mkdirSync(join(this.#folder, 'machines'), { recursive: true });
    const draft = join(this.#folder, `draft-${randomUUID()}`);
    writeFileSync(draft, `${JSON.stringify({ ...machine, ...facts }, null, 2)}\n`);
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

  /** Writes a mark and a Host's name on a machine; whoever reads it meanwhile sees both or neither. */
  mark(machine: Machine, marker: Marker, name: string): Machine {
    const { machine: standing, ...facts } = this.#found(machine.id) ?? { machine, ...UNSAID };
    const marked = { ...standing, name, marker };
    const draft = join(this.#folder, `draft-${randomUUID()}`);
    writeFileSync(draft, `${JSON.stringify({ ...marked, ...facts }, null, 2)}\n`);
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
    return this.census().map(({ machine }) => machine);
  }

  /** Every machine with what is known of it, by id. */
  census(): FoundMachine[] {
    return this.#ids().flatMap((id) => this.#found(id) ?? []);
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
