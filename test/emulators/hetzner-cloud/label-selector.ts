import { Refused } from './refusal.ts';

/** Reads a label selector: `k`, `!k`, `k==v`, `k=v` and `k!=v`, joined by commas. */
export function labelSelector(text: string): (labels: Readonly<Record<string, string>>) => boolean {
  const terms = text.split(',').filter((term) => term !== '');
  const tests = terms.map((term) => {
    const parts = /^(!?)([A-Za-z0-9._/-]+)(?:(==|=|!=)([A-Za-z0-9._-]*))?$/.exec(term.trim());
    if (!parts) throw new Refused('invalid_input', 'not a label selector', ['label_selector']);
    const [, not, key = '', operator, value] = parts;
    return (labels: Readonly<Record<string, string>>) => {
      if (operator === undefined) return key in labels === (not === '');
      return (labels[key] === value) === (operator !== '!=');
    };
  });
  return (labels) => tests.every((test) => test(labels));
}
