/** One step of a grid in each dimension: packets that all its boxes treat alike. */
export type Place = readonly number[];
