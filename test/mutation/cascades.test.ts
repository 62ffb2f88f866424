import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { addressOfManifest } from '../../src/model/address.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { PROJECT_FILE, readProject } from '../../src/pipeline/read-project.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { TODAY } from '../support/diagnose.ts';
import { fileOf } from '../support/planned.ts';

describe.each(readdirSync('examples'))('examples/%s, without any one manifest that others name,', (name) => {
  const folder = `examples/${name}`;
  const { value: project } = readProject(
    fileOf(PROJECT_FILE, readFileSync(`${folder}/${PROJECT_FILE}`, 'utf8')),
    name,
  );
  const files = Object.fromEntries(
    readdirSync(`${folder}/inventory`).map((file) => [
      file,
      readFileSync(`${folder}/inventory/${file}`, 'utf8'),
    ]),
  );
  const validate = (texts: Readonly<Record<string, string>>) =>
    validateFleet(
      Object.entries(texts).map(([path, text]) => fileOf(path, text)),
      TODAY,
      project,
    );

  test('has one mistake, at the first that names it', () => {
    const whole = validate(files);
    expect(whole.diagnostics).toEqual([]);
    const named = [...new Set(whole.value.references.map(({ to }) => to))];
    const said = named.map((gone) => {
      const { diagnostics } = validate({ ...files, ...without(gone, files) });
      return [addressOfManifest(gone), ...diagnostics.map(({ code }) => code)];
    });
    expect(said).toEqual(named.map((gone) => [addressOfManifest(gone), 'ref.unknown']));
  });
});

/** The file of a manifest without its document. */
function without({ source }: Manifest, files: Readonly<Record<string, string>>): Record<string, string> {
  const { file, line } = source.locate('/kind');
  const lines = (files[file] ?? '').split('\n');
  const start = lines.lastIndexOf('---', line - 1);
  const end = lines.indexOf('---', line);
  return { [file]: [...lines.slice(0, Math.max(start, 0)), ...(end < 0 ? [] : lines.slice(end))].join('\n') };
}
