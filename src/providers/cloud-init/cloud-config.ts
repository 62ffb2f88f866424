import type { Node } from 'yaml';
import { isMap, LineCounter, parseDocument, YAMLMap } from 'yaml';
import { ProviderFailure } from '../provider-failure.ts';

/** A cloud-config that is read and can be written again. */
export interface CloudConfig {
  /** Its top level. */
  readonly settings: YAMLMap;
  readonly text: () => string;
  /** The failure of a setting that is no mapping, or no list. */
  readonly misshapen: (key: string, node: unknown, wanted: string) => ProviderFailure;
}

const HEADER = /^\s*#cloud-config.*/i;

/**
 * Reads a cloud-config. cloud-init reads YAML 1.1, and here no scalar is more than the text that it is: so what is
 * written again means to cloud-init what it meant. Fails with `profile`, saying the line.
 */
export function parseCloudConfig(text: string, host: string): CloudConfig {
  const header = HEADER.exec(text)?.[0] ?? '';
  const lines = new LineCounter();
  const rest = header.replace(/[^\n]/g, '') + text.slice(header.length);
  const document = parseDocument(rest, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const failure = (offset: number, what: string, hint: string): ProviderFailure => {
    const { line, col } = lines.linePos(offset);
    const where = `line ${line}, column ${col} of the user data of ${host}`;
    return new ProviderFailure('profile', `${where}: ${what}`, hint);
  };
  const [error] = document.errors;
  if (error)
    throw failure(error.pos[0], `this is no YAML: ${error.message}`, 'write it as cloud-init reads it');
  const { contents } = document;
  const isEmpty = contents === null || String(contents).trim() === '';
  const settings: unknown = isEmpty ? new YAMLMap() : contents;
  if (!isMap(settings)) {
    const what = 'a cloud-config is a mapping of settings, and this is none';
    throw failure(
      contents?.range?.[0] ?? 0,
      what,
      'write `setting: value`, or begin with another line than #cloud-config',
    );
  }
  (document as { contents: unknown }).contents = settings;
  return {
    settings,
    text: () => `${header.trim() || '#cloud-config'}\n${document.toString({ lineWidth: 0 }).trimStart()}`,
    misshapen: (key, node, wanted) =>
      failure(
        (node as Node).range?.[0] ?? 0,
        `${key} must be ${wanted}`,
        `make it ${wanted}; Stowage adds to it`,
      ),
  };
}
