import type { ErrorObject } from 'ajv';
import type { KindName } from '../../model/spec/spec-of.ts';

interface Validator {
  /** Fills in defaults while it checks. */
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

export const VALIDATORS: Readonly<Record<KindName, Validator>>;
/** Changes when a schema does. */
export const SCHEMAS_DIGEST: string;
