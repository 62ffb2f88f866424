/** How many more pairs of a host and who might come there may be looked at; who looks counts down. */
export interface Looks {
  left: number;
}
