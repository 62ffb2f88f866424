import { describe, expect, test } from '@jest/globals';
import { addressOfManifest } from '../../src/model/address.ts';
import { SCHEMA_FACTS } from '../../src/model/spec/schema-facts.ts';
import { CHECK_CATALOGUE } from '../../src/pipeline/check-catalogue.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { CHECK_IDS } from '../support/check-ids.ts';
import { TODAY } from '../support/diagnose.ts';
import { fileOf } from '../support/planned.ts';
import { MUTATIONS } from './mutations.ts';
import { mutated, recordedOf, saidOfMutated } from './mutated.ts';

const IDS = Object.values(CHECK_IDS).flat();
const ROWS = MUTATIONS.map((mutation) => [`${mutation.id}: ${mutation.mistake}`, mutation] as const);

/** The fleet without a mistake, settings included. */
function graph() {
  const files = Object.entries(mutated([])).map(([name, text]) => fileOf(`${name}.yaml`, text));
  return validateFleet(files, TODAY).value;
}

describe('the fleet that is mutated', () => {
  test('has every kind', () => {
    const kinds = new Set(graph().manifests.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(SCHEMA_FACTS).sort());
  });

  test('has no mistake before', () => {
    expect(saidOfMutated([])).toEqual([]);
  });
});

test('every check of the catalogue has a mistake that it is to find', () => {
  const planted = new Set(MUTATIONS.map(({ id }) => id));
  expect(IDS.filter((id) => !planted.has(id))).toEqual([]);
  expect([...CHECK_CATALOGUE.keys()].filter((id) => !planted.has(id))).toEqual([]);
});

describe('one mistake is one diagnostic', () => {
  test.each(ROWS)('%s', (_name, { id, edits, applied, voices }) => {
    const recorded = applied ? recordedOf(applied) : undefined;
    const said = saidOfMutated(edits, recorded, voices);
    expect(said.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(`^${id.replaceAll('.', '\\.')}: `),
    ]);
  });
});

describe('a manifest that is gone, and that others name,', () => {
  const named = graph().references.map(({ to }) => to);
  const rows = [...new Set(named)].map((manifest) => [addressOfManifest(manifest), manifest] as const);

  test.each(rows)('%s, is one error', (_address, { kind, metadata }) => {
    const said = saidOfMutated([without(kind, metadata.name)]);
    expect(said.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(`^ref\\.unknown: there is no .*${kind}.* named ${metadata.name}`),
    ]);
  });

  test('shows every place that names it', () => {
    const [error] = saidOfMutated([without('Compute', 'web-01')]);
    expect(error?.message).toBe('there is no Compute or Host named web-01, and 6 fields name it');
    expect(error?.related).toHaveLength(5);
  });
});

describe('a manifest that is not valid', () => {
  const documents = Object.entries(mutated([]))
    .filter(([file]) => file !== 'settings')
    .flatMap(([file, text]) => text.split('---\n').map((document) => [file, document] as const));

  test.each(documents.map(([file, document]) => [addressIn(document), file, document] as const))(
    '%s, is one error',
    (_address, file, document) => {
      const said = saidOfMutated([[file, document, `${document}oops: 1\n`]]);
      expect(said.map(({ code }) => code)).toEqual(['schema.additionalProperties']);
    },
  );
});

function addressIn(document: string): string {
  const [, kind, name] = /^kind: (\S+)\nmetadata: \{ name: (\S+) \}$/m.exec(document) ?? [];
  return `${kind}/${name}`;
}

/** Takes a document out of the file that has it. */
function without(kind: string, name: string) {
  for (const [file, text] of Object.entries(mutated([]))) {
    const document = text
      .split('---\n')
      .find((one) => one.includes(`kind: ${kind}\nmetadata: { name: ${name} }\n`));
    if (document !== undefined) return [file, document, ''] as const;
  }
  throw new Error(`there is no ${kind}/${name}`);
}
