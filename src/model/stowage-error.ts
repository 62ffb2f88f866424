import { ExitCode } from './exit-code.ts';

/** A fault of the environment, not of the manifests: what is wrong, and what to do about it. */
export class StowageError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, hint: string, exitCode: ExitCode = ExitCode.Error) {
    super(message);
    this.name = 'StowageError';
    this.code = code;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
