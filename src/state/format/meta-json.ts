import { StowageError } from '../../model/stowage-error.ts';
import { fileText } from './file-text.ts';
import { Shape, ShapeFault } from './shape.ts';
import type { StateFile } from './state-file.ts';
import { unreadable } from './unreadable.ts';

/**
 * The layout of the branch that this version writes; it reads the older ones too. 1 knew no intents: it would leave
 * them unread, order again what they ordered, and forget a machine without giving it back. 2 knew no tasks: it would take a
 * machine for finished that is only made.
 */
const FORMAT_VERSION = 3;

/** What meta.json says. */
export interface Meta {
  readonly serial: number;
  readonly desired: string | null;
  /** Absent from the file where there is none. */
  readonly verified?: string | null | undefined;
}

/** Writes meta.json. */
export function encodeMeta({ serial, desired, verified }: Meta): string {
  const meta = { formatVersion: FORMAT_VERSION, serial, desired, ...(verified != null && { verified }) };
  return `${JSON.stringify(meta, null, 2)}\n`;
}

/** Reads meta.json. Throws `state.unreadable` and `state.newer-format`. */
export function decodeMeta(file: StateFile): Meta {
  const text = fileText(file);
  try {
    const shape = new Shape(parse(text));
    const version = shape.field('formatVersion').count();
    if (version > FORMAT_VERSION) throw newerFormat(file, version);
    shape.only('formatVersion', 'serial', 'desired', 'verified');
    const desired = shape.field('desired');
    return {
      serial: shape.field('serial').count(),
      desired: shape.record()['desired'] === null ? null : desired.text(),
      verified: shape.field('verified').optional()?.text(),
    };
  } catch (error) {
    if (!(error instanceof ShapeFault)) throw error;
    const field = text.indexOf(`"${error.path[0] ?? ''}"`);
    throw unreadable(file, text.slice(0, Math.max(field, 0)).split('\n').length, error.message);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ShapeFault([], `it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

function newerFormat({ branch }: StateFile, version: number): StowageError {
  return new StowageError(
    'state.newer-format',
    `${branch} was written by a newer stowage (format ${version}); this one reads up to ${FORMAT_VERSION}`,
    'upgrade stowage to the version that wrote it; nothing was changed',
  );
}
