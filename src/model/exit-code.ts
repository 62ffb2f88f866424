/** What a run's exit status tells a script. */
export const ExitCode = {
  Success: 0,
  Error: 1,
  ChangesPending: 2,
  Invalid: 3,
  Refused: 4,
  Stale: 5,
  Locked: 6,
  Partial: 7,
  Unresolved: 8,
  /** By SIGINT and SIGTERM, as shells write it. */
  Interrupted: 130,
  Terminated: 143,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
