/** Something that this reader leaves to the whole of YAML, sound or not. */
export class Unusual extends Error {}
