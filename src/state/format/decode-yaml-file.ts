import { Shape, ShapeFault } from './shape.ts';
import type { StateFile } from './state-file.ts';
import { unreadable } from './unreadable.ts';
import { decodeYaml, lineInYaml, YamlFault } from './yaml-text.ts';

/**
 * Reads a value out of the YAML text of a file; its faults become `state.unreadable` errors with their line.
 * `above` counts the lines of the file that stand above the text.
 */
export function decodeYamlFile<T>(file: StateFile, text: string, read: (shape: Shape) => T, above = 0): T {
  try {
    return read(new Shape(decodeYaml(text)));
  } catch (error) {
    if (error instanceof YamlFault) throw unreadable(file, above + error.line, error.message);
    if (error instanceof ShapeFault)
      throw unreadable(file, above + lineInYaml(text, error.path), error.message);
    throw error;
  }
}
