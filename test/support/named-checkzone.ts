import { test } from '@jest/globals';
import { spawnSync } from 'node:child_process';

/** What BIND says of a zone file. */
export interface BindVerdict {
  /** Whether it would serve the zone. */
  readonly loads: boolean;
  /** All it has to say against it, loaded or not. */
  readonly complaints: readonly string[];
  /** The zone as BIND understands it, record by record; empty where it does not load. */
  readonly understood: string;
}

/**
 * As strict as BIND can be (Debian's bind9-utils). `-i local` judges as `-i full` does and asks nobody: what full adds
 * are questions to the system's resolver about hosts outside the zone, whose answers it reports and never fails by.
 */
const STRICT = ['-i', 'local', '-k', 'fail', '-m', 'fail', '-M', 'fail', '-S', 'fail', '-n', 'fail'];
const NO_COMPLAINT = /^(OK|zone \S+: loaded serial \d+|zone \S+: not loaded due to errors\.|)$/;

/** Runs the real named-checkzone over the text of a zone file. */
export function namedCheckzone(domain: string, text: string): BindVerdict {
  const { status, stdout, stderr } = spawnSync(
    'named-checkzone',
    [...STRICT, '-D', '-s', 'full', '-o', '-', domain, '-'],
    { input: text, encoding: 'utf8' },
  );
  return {
    loads: status === 0,
    complaints: stderr.split('\n').filter((line) => !NO_COMPLAINT.test(line)),
    understood: status === 0 ? stdout : '',
  };
}

/** Tests that need BIND; where it is missing their names say that they stand aside. */
export function withBind(name: string, body: () => void): void {
  if (spawnSync('named-checkzone', ['-v']).status === 0) test(name, body);
  else test.skip(`${name} (stands aside: the package bind9-utils is not installed)`, body);
}
