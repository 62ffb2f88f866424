import type { CheckPage } from './check-page.ts';
import type { Severity } from './diagnostic.ts';

/** What every check has, whichever phase runs it. */
export interface ListedCheck {
  /** Stable: annotations, reports and links refer to it. */
  readonly id: string;
  readonly severity: Severity;
  readonly page: CheckPage;
}
