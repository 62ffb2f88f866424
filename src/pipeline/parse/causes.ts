import type { ErrorObject } from 'ajv';
import { nearestName } from '../../model/nearest-name.ts';

/** Of more errors than this in one manifest, the others are not even sorted. */
const MAX_ERRORS = 1_000;

/** Keeps of a schema's errors those that a person made: the others follow from them. */
export function causes(all: readonly ErrorObject[]): readonly ErrorObject[] {
  const errors = withoutBranches(all.slice(0, MAX_ERRORS));
  return onePerValue(errors.filter((error) => !isMisspelt(error, errors) && !isMisplaced(error, errors)));
}

/** Where one of several forms was required, only that is said, not why each form failed. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.flatMap((choice, index) =>
    /^(anyOf|oneOf)$/.test(choice.keyword) ? [{ choice, index }] : [],
  );
  return errors.filter(
    (error, at) =>
      error.keyword !== 'if' &&
      !choices.some(
        ({ choice, index }) =>
          at < index &&
          error.instancePath.startsWith(choice.instancePath) &&
          error.schemaPath.startsWith(`${choice.schemaPath}/`),
      ),
  );
}

/** A field seems to be missing because its name is misspelt: that name is unknown, and says so. */
function isMisspelt(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const wanted = fieldsWanted(error);
  if (wanted.length === 0) return false;
  const strangers = errors.filter((other) => other.instancePath === error.instancePath).flatMap(strangerIn);
  return strangers.some((name) => wanted.some((field) => name.includes(field)) || nearestName(name, wanted));
}

/** A field seems to be missing from `spec` because it stands beside it: there it is unknown, and says so. */
function isMisplaced(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const strangers = errors.filter(({ instancePath }) => instancePath === '').flatMap(strangerIn);
  if (error.keyword === 'required')
    return (
      /^\/(spec|metadata)$/.test(error.instancePath) &&
      strangers.some((name) => fieldsWanted(error).includes(name))
    );
  const known = error.parentSchema?.properties as object | undefined;
  return (
    error.keyword === 'type' &&
    error.data === null &&
    strangers.some((name) => known && Object.hasOwn(known, name))
  );
}

/** Of all that is wrong with one value, the first is said; of a mapping, everything about its fields. */
function onePerValue(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const taken = new Set<string>();
  const mistyped = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  );
  return errors.filter(({ keyword, instancePath }) => {
    if (mistyped.has(instancePath) && keyword !== 'type') return false;
    if (ABOUT_FIELDS.has(keyword)) return true;
    const first = !taken.has(instancePath);
    taken.add(instancePath);
    return first;
  });
}

const ABOUT_FIELDS: ReadonlySet<string> = new Set([
  'additionalProperties',
  'required',
  'oneOf',
  'anyOf',
  'not',
]);

function strangerIn({ keyword, params }: ErrorObject): string[] {
  return keyword === 'additionalProperties' ? [String(params.additionalProperty).trim()] : [];
}

function fieldsWanted({ keyword, params, parentSchema }: ErrorObject): string[] {
  if (keyword === 'required') return [String(params.missingProperty)];
  if (keyword !== 'oneOf' && keyword !== 'anyOf') return [];
  const branches = (parentSchema?.[keyword] ?? []) as { required?: string[] }[];
  return branches.flatMap(({ required }) => required ?? []);
}
