import type { CheckPage } from '../model/check-page.ts';
import type { Severity } from '../model/diagnostic.ts';

/** A diagnostic's code with what there is to say of it: a check has a whole page, any other code a sentence. */
export interface ExplainedCode extends Pick<CheckPage, 'meaning'>, Partial<Omit<CheckPage, 'meaning'>> {
  readonly id: string;
  readonly severity: Severity;
}
