/** What may stand in a field that a document describes: the same, or null, or something narrower. */
type Described<T> = T extends readonly (infer Item)[]
  ? readonly Described<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Described<T[Name]> }
    : T;

/** Corrections of fields that a type has; one of a field that it has not, or of another type, is an error. */
type Corrections<T, By> = {
  readonly [Name in keyof By]: Name extends keyof T
    ? Described<NonNullable<T[Name]>> | null | undefined
    : never;
};

/** A type of a vendor's document, all of whose fields are there, but for some that are as they are said to be here. */
export type Corrected<T, By extends Corrections<T, By>> = Readonly<Omit<Required<T>, keyof By>> &
  Readonly<By>;
