import type { Options } from 'ajv';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'schemas/output';

const ajv = newAjv({ allErrors: true, strict: true, strictRequired: false });
for (const file of readdirSync(FOLDER)) {
  // Under its file's name, so that `diagnostics.json#/definitions/…` leads there.
  ajv.addSchema(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as object, file);
}

/** Everything in which a JSON text departs from a published schema, such as `plan.json`; empty where nothing does. */
export function departures(schema: string, json: string): string[] {
  const document = JSON.parse(json) as unknown;
  ajv.validate(schema, document);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

/** A validator that knows the formats of dates, addresses and the like. */
export function newAjv(options: Options): Ajv {
  // Its types call the function itself the default export, and under ESM it is the default of that.
  const addFormats = ajvFormats.default as unknown as (ajv: Ajv) => void;
  const made = new Ajv(options);
  addFormats(made);
  return made;
}
