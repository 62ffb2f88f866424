import type { Source, SourceRange } from '../../model/source.ts';
import { locate } from './locate.ts';
import type { YamlFile } from './yaml-documents.ts';
import { yamlDocuments } from './yaml-documents.ts';

/**
 * Makes the sources of one file's documents. The parse tree is not kept, as it outweighs the text forty
 * times; the first position asked for parses the file again.
 */
export function sourcesOf(path: string, text: string): (index: number) => Source {
  return (index) => ({
    file: path,
    locate: (pointer, part): SourceRange => locate(reparsed(path, text), index, pointer, part),
  });
}

let latest: { readonly text: string; readonly file: YamlFile } | undefined;

function reparsed(path: string, text: string): YamlFile {
  if (latest?.text !== text || latest.file.path !== path) latest = { text, file: yamlDocuments(path, text) };
  return latest.file;
}
