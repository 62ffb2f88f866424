import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';

/** A JSON Schema as OpenAPI 3.0 has it, or as JSON Schema does. */
export type Schema = Readonly<Record<string, unknown>>;

type Direction = 'request' | 'response';

/** Where in a schema further schemas are, by keyword. */
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Checks values against the schemas of an OpenAPI 3.0 document. They are closed: a field that the document does not
 * know is wrong, both in what is asked and in what is answered. What is read-only is not asked for.
 */
export class SchemaChecks {
  readonly #document: unknown;
  readonly #ajv = checker(false);
  /** For what came as text: parameters and forms. */
  readonly #lenient = checker(true);
  readonly #added = new Set<string>();
  readonly #made = new Map<string, WeakMap<Schema, Schema>>();

  constructor(document: unknown) {
    this.#document = document;
  }

  /** What stands where a reference leads. */
  resolved<T extends object>(value: T): T {
    const { $ref } = value as { $ref?: string };
    if ($ref === undefined) return value;
    let found: unknown = this.#document;
    for (const part of $ref.slice(2).split('/')) found = (found as Record<string, unknown>)[part];
    return this.resolved(found as T);
  }

  ofRequest(schema: Schema, value: unknown): string[] {
    return this.#faults(this.#ajv, 'request', schema, value);
  }

  ofResponse(schema: Schema, value: unknown): string[] {
    return this.#faults(this.#ajv, 'response', schema, value);
  }

  /** As of a request, where numbers and the like are written as text. */
  ofText(name: string, schema: Schema, value: unknown): string[] {
    return this.#faults(this.#lenient, 'request', schema, value).map((fault) => `${name} ${fault}`);
  }

  #faults(ajv: Ajv2019, direction: Direction, schema: Schema, value: unknown): string[] {
    const cache = this.#made.get(direction) ?? new WeakMap<Schema, Schema>();
    this.#made.set(direction, cache);
    const made = cache.get(schema) ?? this.#converted(schema, direction, true);
    cache.set(schema, made);
    // Compiled once for each schema object; a value that stands at the top is coerced only inside another.
    const whole = ajv === this.#lenient ? { value: structuredClone(value) } : value;
    const validate = ajv === this.#lenient ? ajv.compile(wrapped(made)) : ajv.compile(made);
    if (validate(whole)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const more = Object.values(params as object).filter((one) => typeof one === 'string');
      return `${instancePath} ${message ?? ''} (${more.join(', ')})`.trim();
    });
  }

  /** A schema of the document as JSON Schema; `closed` unless it is only a part of one. */
  #converted(schema: Schema, direction: Direction, closed: boolean): Schema {
    const { $ref } = schema as { $ref?: string };
    if ($ref !== undefined) return { $ref: this.#shared($ref, direction, closed) };
    const result: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (['example', 'examples', 'default', 'nullable', 'discriminator', 'xml'].includes(keyword)) continue;
      if (keyword === 'properties')
        result[keyword] = this.#properties(value as Record<string, Schema>, direction);
      else if (LISTS.includes(keyword)) {
        result[keyword] = (value as Schema[]).map((part) => this.#converted(part, direction, false));
      } else if (keyword === 'items' || (keyword === 'additionalProperties' && typeof value === 'object')) {
        result[keyword] = this.#converted(value as Schema, direction, true);
      } else if (keyword === 'required' && direction === 'request') {
        const { properties = {} } = schema as { properties?: Record<string, Schema> };
        result[keyword] = (value as string[]).filter((name) => !properties[name]?.['readOnly']);
      } else result[keyword] = value;
    }
    if (schema['nullable'] === true) {
      if (typeof schema['type'] === 'string') result['type'] = [schema['type'], 'null'];
      if (Array.isArray(schema['enum'])) result['enum'] = [...(schema['enum'] as unknown[]), null];
    }
    // IONOS's document calls an object what it defines as a word.
    const [whole] = (schema['allOf'] ?? []) as Schema[];
    if (whole && schema['type'] === 'object' && this.resolved(whole)['type'] === 'string')
      delete result['type'];
    // Without any property it says nothing: Robot's products are such.
    const { properties = {} } = schema as { properties?: object };
    const hasShape = Object.keys(properties).length > 0 || LISTS.some((keyword) => keyword in schema);
    if (closed && hasShape && !('additionalProperties' in schema)) result['unevaluatedProperties'] = false;
    return result;
  }

  #properties(properties: Record<string, Schema>, direction: Direction): Record<string, Schema> {
    const wanted = Object.entries(properties).filter(
      ([, property]) => direction === 'response' || property['readOnly'] !== true,
    );
    return Object.fromEntries(wanted.map(([name, one]) => [name, this.#converted(one, direction, true)]));
  }

  /** The name under which a shared schema is known, once it is. */
  #shared($ref: string, direction: Direction, closed: boolean): string {
    const name = `${direction}-${closed ? 'closed' : 'open'}-${$ref.replace(/\W+/g, '-')}`;
    if (!this.#added.has(name)) {
      this.#added.add(name);
      const schema = this.#converted(this.resolved<Schema>({ $ref }), direction, closed);
      this.#ajv.addSchema(schema, name);
      this.#lenient.addSchema(schema, name);
    }
    return name;
  }
}

function checker(coerceTypes: boolean): Ajv2019 {
  const ajv = new Ajv2019({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
    logger: false,
    coerceTypes,
  });
  formats(ajv);
  ajv.addFormat('decimal', DECIMAL);
  return ajv;
}

const WRAPPED = new WeakMap<Schema, Schema>();

function wrapped(schema: Schema): Schema {
  const known = WRAPPED.get(schema) ?? { type: 'object', properties: { value: schema } };
  WRAPPED.set(schema, known);
  return known;
}
