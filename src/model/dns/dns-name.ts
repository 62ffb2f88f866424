/** What is wrong with a name, and what to write instead. */
export interface NameFault {
  readonly message: string;
  readonly hint: string;
}

/**
 * What a name may consist of. `host`: letters, digits and hyphens (RFC 952, RFC 1123), as for what has an address;
 * `label`: underscores too (RFC 8552), and below in-addr.arpa the slash of RFC 2317.
 */
export type NameRule = 'host' | 'label';

const LABELS = {
  host: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  label: /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/,
  reverse: /^[a-z0-9_]([a-z0-9_/-]*[a-z0-9_])?$/,
} as const;

/** Octets of a label, and of a name as it is written without its last dot (RFC 1035). */
const LONGEST_LABEL = 63;
const LONGEST_NAME = 253;

/** Makes a name absolute as zone files do: `@` is the origin, and only a trailing dot keeps a name from lying below it. */
export function absoluteName(text: string, origin: string): string {
  const name = text.toLowerCase();
  if (name === '@') return origin;
  return name.endsWith('.') ? name.slice(0, -1) : `${name}.${origin}`;
}

/** Tells what keeps an absolute name from being one; a wildcard is judged without its asterisk. */
export function nameFault(name: string, rule: NameRule): NameFault | undefined {
  const labels = name.split('.');
  if (labels.includes('')) return fault(name, 'has an empty label', 'write one dot between two labels');
  const long = labels.find((label) => label.length > LONGEST_LABEL);
  if (long !== undefined)
    return fault(name, `has a label of ${long.length} characters`, `a label has at most ${LONGEST_LABEL}`);
  if (name.length > LONGEST_NAME)
    return fault(name, `has ${name.length} characters`, `a name has at most ${LONGEST_NAME}`);
  const pattern = LABELS[rule === 'label' && name.endsWith('.in-addr.arpa') ? 'reverse' : rule];
  const odd = labels.find((label) => !pattern.test(label));
  return odd === undefined ? undefined : labelFault(name, odd, rule);
}

function labelFault(name: string, label: string, rule: NameRule): NameFault {
  if (label.includes('*'))
    return fault(name, 'has an asterisk that is not its whole first label', 'a wildcard is written *.NAME');
  if (/[^\0-\x7f]/.test(label))
    return fault(name, `has letters beyond ASCII in "${label}"`, asciiHint(label));
  if (rule === 'host' && label.includes('_'))
    return fault(
      name,
      `has an underscore in "${label}"`,
      'a name that has or gives an address holds letters, digits and hyphens',
    );
  if (/^-|-$/.test(label))
    return fault(name, `has a hyphen at the edge of "${label}"`, 'begin and end with a letter or digit');
  return fault(name, `has characters in "${label}" that no name holds`, 'write letters, digits and hyphens');
}

/** How the label is spelled in the DNS (RFC 5891), where the platform can tell. */
function asciiHint(label: string): string {
  const url = `http://${label}/`;
  return URL.canParse(url) ? `write ${new URL(url).hostname}` : 'write its xn-- form';
}

function fault(name: string, problem: string, hint: string): NameFault {
  return { message: `"${name}" ${problem}`, hint };
}
