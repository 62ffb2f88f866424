/** A part of a plan under one heading. The first character of every line is `+`, `!`, `-` or a space. */
export interface PlanGroup {
  readonly title: string;
  /** How many steps, or instances that fit nowhere, it tells of, shown or not. */
  readonly size: number;
  readonly lines: readonly string[];
  /** Something is lost, moves, or fails to fit: never left out for want of room. */
  readonly risky: boolean;
}
