import { nearestName } from './nearest-name.ts';
import { SELECTOR_OPERATORS } from './selector.ts';
import type { Selector, SelectorExpression } from './spec/definitions.ts';

/** What is wrong with a selector; the code is the id of the check that reports it. */
export interface SelectorFault {
  readonly code: 'selector.empty' | 'selector.operator';
  /** JSON pointer from the selector. */
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
}

/** Finds what keeps a selector from meaning anything. One that has faults selects nothing. */
export function selectorFaults(selector: Selector): SelectorFault[] {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return [EMPTY];
  return matchExpressions.flatMap((expression, index) =>
    expressionFaults(expression, `/matchExpressions/${index}`),
  );
}

const EMPTY: SelectorFault = {
  code: 'selector.empty',
  pointer: '',
  message: 'the selector has no entry, so it says nothing about which computes are meant',
  hint: 'add matchLabels or matchExpressions; `stowage/name` with Exists means every compute',
};

function expressionFaults(
  { key, operator, values = [] }: SelectorExpression,
  pointer: string,
): SelectorFault[] {
  const code = 'selector.operator';
  switch (operator) {
    case 'In':
    case 'NotIn': {
      if (values.length > 0) return [];
      const hint = `list them, or ask with ${operator === 'In' ? 'Exists' : 'DoesNotExist'} for the key alone`;
      const message = `${operator} compares ${key} with values, and there are none`;
      return [{ code, pointer: `${pointer}/operator`, message, hint }];
    }
    case 'Exists':
    case 'DoesNotExist': {
      if (values.length === 0) return [];
      const hint = `remove values, or compare with ${operator === 'Exists' ? 'In' : 'NotIn'}`;
      const message = `${operator} looks only for the key ${key} and takes no values`;
      return [{ code, pointer: `${pointer}/values`, message, hint }];
    }
    default: {
      const near = nearestName(operator, SELECTOR_OPERATORS);
      const hint = near ? `did you mean ${near}?` : `operators: ${SELECTOR_OPERATORS.join(', ')}`;
      return [{ code, pointer: `${pointer}/operator`, message: `there is no operator "${operator}"`, hint }];
    }
  }
}
