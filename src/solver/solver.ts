/** A linear program to minimise, its matrix by columns; with integer columns, a mixed-integer one. */
export interface LinearProgram {
  readonly columns: {
    readonly cost: Float64Array;
    readonly lower: Float64Array;
    /** Infinity where nothing bounds the column. */
    readonly upper: Float64Array;
    /** 1 for each column that must be whole; without it none must. */
    readonly whole?: Uint8Array;
  };
  /** What each row may add up to. */
  readonly rows: { readonly lower: Float64Array; readonly upper: Float64Array };
  readonly matrix: {
    /** Where each column starts among the entries, and the end of the last. */
    readonly starts: Int32Array;
    /** The row of each entry. */
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
}

/** How far to go. */
export interface SolveOptions {
  /** A solution to start from, one value per column. */
  readonly start?: Float64Array;
  /** Seconds; whoever wants the same answer every time limits nodes instead. */
  readonly timeLimit?: number;
  /** The most nodes of the search tree. */
  readonly nodeLimit?: number;
  /** Stops when the best is within this share of the bound. */
  readonly gap?: number;
  /** Interior point is faster on large linear programs; simplex gives duals of a vertex. */
  readonly method?: 'simplex' | 'interior-point';
  /** Gives up at once. */
  readonly signal?: AbortSignal;
}

/** How a solve ended; `stopped` at a limit or by the signal, perhaps with values. */
export type SolveStatus = 'optimal' | 'infeasible' | 'unbounded' | 'stopped' | 'failed';

/** What was found. */
export interface Solved {
  readonly status: SolveStatus;
  /** The cost of the values; Infinity without values. */
  readonly objective: number;
  /** One per column, or null where none were found. */
  readonly values: Float64Array | null;
  /** One per row: what the cost changes per unit of the row; null for a mixed-integer program. */
  readonly duals: Float64Array | null;
  /** No solution is cheaper than this; -Infinity where nothing is known. */
  readonly bound: number;
}

/** Columns to be added to a program, over its rows. */
export type Columns = Pick<LinearProgram, 'columns' | 'matrix'>;

/** A linear program that grows. Each solve goes on from where the last one ended, so that a few columns cost little. */
export interface Session {
  /** Adds columns after those that are there; the next solve sees them. */
  add(columns: Columns): void;
  solve(options?: SessionOptions): Promise<Solved>;
  /** Gives back what the session holds; it must not be used after. */
  close(): Promise<void>;
}

/** How far to go in a session: all that means something for a linear program by the simplex method. */
export type SessionOptions = Pick<SolveOptions, 'timeLimit' | 'signal'>;

/** Solves linear and mixed-integer programs. */
export interface Solver {
  solve(program: LinearProgram, options?: SolveOptions): Promise<Solved>;
  /** Opens a session with a program whose columns need not be whole. */
  open(program: LinearProgram): Session;
  /** Gives back what the solver holds; it must not be used after. */
  dispose(): Promise<void>;
}
