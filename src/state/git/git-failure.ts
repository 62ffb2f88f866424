import { GitError } from 'simple-git';

/** A git command that failed, in git's own words. */
export class GitFailure extends GitError {
  /** One line, without credentials. */
  readonly words: string;

  constructor(output: string) {
    super(undefined, output);
    this.words = inOneLine(output);
  }
}

function inOneLine(output: string): string {
  return output
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^(fatal|error|remote): */i, '').trim())
    .filter((line) => line !== '' && !line.startsWith('hint:'))
    .join('; ')
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s]*@/gi, '$1')
    .replace(/[\t ]+/g, ' ');
}
