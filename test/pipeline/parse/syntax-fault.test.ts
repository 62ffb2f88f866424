import { describe, expect, test } from '@jest/globals';
import { compute, told } from './parsed.ts';

/** What follows `spec:` on its own lines; what is said, and the text it points at. */
const ROWS: readonly (readonly [what: string, lines: string, said: string])[] = [
  [
    'a tab as indentation',
    '  a: b\n\tc: d',
    'yaml.tab-as-indent | a tab cannot indent | indent with spaces | \t',
  ],
  [
    'a line indented too deep',
    '  a: b\n    c: d',
    'yaml.bad-indent | the line is indented deeper than the field above it, which has a value already | indent it as the fields beside it are | c: d',
  ],
  [
    'a line indented too little',
    '  a: b\n c: d',
    'yaml.bad-indent | the line does not align with the fields beside it | indent it as they are | c',
  ],
  [
    'an item out of line',
    '  a:\n    - b\n   - c',
    'yaml.block-as-implicit-key | a list item stands where a field is expected | indent it as its list is, below the field | -',
  ],
  [
    'a block of text not indented',
    '  a: |\n  b\n  c: d',
    'yaml.bad-indent | the block of text is not indented below its field | indent every line of it | b',
  ],
  [
    'a quote that nothing closes',
    '  a: "b\n  c: d',
    'yaml.unclosed | the " that opens here is not closed | end the value with " | "',
  ],
  [
    'a bracket that nothing closes',
    '  a: [b\n  c: d',
    'yaml.unclosed | the [ that opens here is not closed | close it with ], and indent every line inside | [',
  ],
  [
    'a bracket closed by another',
    '  a: [b}\n  c: d',
    'yaml.unclosed | the } does not close the [ before it | write ] | }',
  ],
  ['a bracket too many', '  a: [b]]\n  c: d', 'yaml.unexpected-token | the ] closes nothing | remove it | ]'],
  [
    'an apostrophe in quotes',
    "  a: 'it's'",
    "yaml.unexpected-token | the value ends at the ' before this | write '' for an apostrophe inside single quotes | s",
  ],
  [
    'a quote in quotes',
    '  a: "b" c"',
    'yaml.unexpected-token | the value ends at the " before this | write \\" for a quote inside double quotes | c',
  ],
  [
    'a backslash in quotes',
    '  a: "C:\\dir"',
    'yaml.bad-dq-escape | this is no escape sequence | write \\\\ for a backslash, or put the value in single quotes | \\',
  ],
  [
    'a second colon',
    '  a: b: c',
    'yaml.block-as-implicit-key | the value holds a second ": " | put the value in quotes | b',
  ],
  [
    'a colon without a space',
    '  a:b\n  c: d',
    'yaml.missing-char | a space is missing after the colon | write it as field: value | :',
  ],
  [
    'a line without a colon',
    '  a b\n  c: d',
    'yaml.multiline-implicit-key | the line has no ": " | write it as field: value | a b',
  ],
  [
    'a comment of another language',
    '  // a\n  c: d',
    'yaml.foreign-line | a comment does not begin like this | begin it with # | //',
  ],
  [
    'a list as a word processor has it',
    '  a: b\n  • c',
    'yaml.foreign-line | a list item does not begin like this | write it as - value | •',
  ],
  [
    'an item beside a field',
    '  a: b\n  - c',
    'yaml.block-as-implicit-key | a list item stands where a field is expected | indent it as its list is, below the field | -',
  ],
  [
    'a comma too many',
    '  a: [b,, c]',
    'yaml.unexpected-token | no entry stands before this comma | remove the comma, or write the entry | ,',
  ],
  [
    'a value that needs quotes',
    '  a: @b',
    'yaml.bad-scalar-start | a value without quotes cannot begin with @ | put the value in quotes | @',
  ],
  [
    'a comment that touches',
    '  a: {b: c}#d',
    'yaml.missing-char | a comment needs a space before its # | add one, or quote the value if it is text | #d',
  ],
  [
    'a list as a field name',
    '  ? [a]\n  : b',
    'yaml.non-string-key | the name of a field must be text | put it in quotes | [',
  ],
  [
    'two anchors',
    '  a: &b &c d',
    'yaml.multiple-anchors | a value has two anchors | keep one of the two | &c',
  ],
  [
    'an anchor on an alias',
    '  a: &b c\n  d: &e *b',
    'yaml.alias-props | an alias stands alone, without an anchor or tag of its own | remove what is before the * | *b',
  ],
  [
    'an unknown tag',
    '  a: !!js/function "b"',
    'yaml.tag | the tag !!js/function means nothing in a manifest | remove it, or quote the value if it is text | !!js/function',
  ],
  [
    'a template',
    '  a: {{ .Values.b }}',
    'yaml.template | this is a template, and manifests are plain YAML | render it first, or write the value out | {{',
  ],
  [
    'a merge conflict',
    '  a: b\n=======',
    'yaml.merge-conflict | the file holds an unresolved merge conflict | choose between the two sides and remove the marks | =======',
  ],
  [
    'text behind the mark of a block',
    '  a: | b\n    c',
    'yaml.unexpected-token | nothing but a comment may follow | or > on its line | put the text on the next line | b',
  ],
  [
    'something the table lacks',
    '  a: {? ? b}',
    'yaml.unexpected-token | this is not YAML: unexpected ? in flow map | put the value in quotes if it is text | ?',
  ],
  [
    'a field that is there twice',
    '  a: b\n  a: c',
    'yaml.duplicate-key | "a" is there twice | keep one of the two | a',
  ],
  [
    'a name that changes what objects inherit',
    '  __proto__: {}',
    'yaml.reserved-key | no field can have the name __proto__ | choose another name | __proto__',
  ],
  [
    'an undefined anchor',
    '  a: &owner b\n  c: *ownr',
    'yaml.alias-unknown | no anchor &ownr is defined above | did you mean *owner? | *ownr',
  ],
  [
    'an alias in its own value',
    '  a: &a [*a]',
    'yaml.alias-cycle | &a contains itself | write the value out | *a',
  ],
  [
    'a merge of text',
    '  a: { <<: b }',
    'yaml.merge | << takes over the fields of a mapping, and here is none | name the anchor of a mapping, or a list of them | b',
  ],
  [
    'an infinite number',
    '  a: -.inf',
    'yaml.number | -.inf is no number that can be counted with | write a finite number | -.inf',
  ],
  [
    'a number no double can hold',
    '  a: 12345678901234567890',
    'yaml.number | 12345678901234567890 is too large to be kept exactly | quote it if it is text: "12345678901234567890" | 12345678901234567890',
  ],
  [
    'an escape sequence of terminals',
    '  a: "\\e[31m"',
    'yaml.control-character | the value holds the character U+001B (escape) | remove it | "\\e[31m"',
  ],
];

describe('the syntax', () => {
  test.each(ROWS)('is told in one sentence about %s, where a person looks', (_what, lines, said) => {
    const head = compute().slice(0, compute().indexOf('  type'));
    expect(told(`${head}${lines}\n`)).toEqual([said]);
  });

  test('does not mind a bracket closed under the name of its field', () => {
    expect(told(compute('  tags: {\n    env: prod\n  }\n'))).toEqual([]);
  });
});
