import { resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { InputFile } from '../model/input-file.ts';
import { readableText } from '../pipeline/readable-text.ts';
import type { LineOf } from '../render/diagnostics-text.ts';
import { diagnosticsText } from '../render/diagnostics-text.ts';
import type { Paint } from '../render/paint.ts';
import { coloured, plain } from '../render/paint.ts';
import type { Context, Output } from './context.ts';
import type { CommonOptions } from './options.ts';

/** The folder that a command works on. */
export function rootOf(context: Context, { chdir }: CommonOptions): string {
  return resolve(context.cwd, chdir ?? '.');
}

/** The day of the run, `YYYY-MM-DD`, UTC. */
export function todayOf({ now }: Context): string {
  return now().toISOString().slice(0, 10);
}

/** Colours where a person reads: `--color`, then NO_COLOR and FORCE_COLOR, then whether it is a terminal. */
export function paintFor(output: Output, context: Context, { color }: CommonOptions): Paint {
  if (color !== 'auto') return color === 'always' ? coloured : plain;
  if (context.env.NO_COLOR) return plain;
  if (context.env.FORCE_COLOR && context.env.FORCE_COLOR !== '0') return coloured;
  return output.isTTY && context.env.TERM !== 'dumb' ? coloured : plain;
}

/** Finds the lines of some files as they may be shown; each file is split once, and only if it is asked for. */
export function linesOf(files: readonly InputFile[]): LineOf {
  const lines = new Map<string, string[]>();
  return (file, line) => {
    const known = lines.get(file) ?? textOf(files, file)?.split(/\r?\n/) ?? [];
    lines.set(file, known);
    return known[line - 1];
  };
}

/** Writes diagnostics with the lines they point at. */
export function writeDiagnostics(
  output: Output,
  diagnostics: readonly Diagnostic[],
  files: readonly InputFile[],
  paint: Paint,
): void {
  if (diagnostics.length > 0) output.write(diagnosticsText(diagnostics, linesOf(files), paint));
}

function textOf(files: readonly InputFile[], path: string): string | undefined {
  const bytes = files.find((file) => file.path === path)?.bytes;
  return bytes && readableText(new TextDecoder().decode(bytes));
}
