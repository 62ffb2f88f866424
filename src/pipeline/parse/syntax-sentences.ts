import type { YAMLError } from 'yaml';
import { bare } from './shown.ts';

/** What a mistake is called, how it reads, and what to do about it. `{}` stands for the character at fault. */
export interface Sentence {
  readonly code?: string;
  readonly message: string;
  readonly hint: string;
}

type Row = readonly [code: YAMLError['code'], says: string, message: string, hint: string];

/** The parser's words, as far as they tell two mistakes with one code apart, and ours. */
const ROWS: readonly Row[] = [
  [
    'ALIAS_PROPS',
    '',
    'an alias stands alone, without an anchor or tag of its own',
    'remove what is before the *',
  ],
  [
    'BAD_ALIAS',
    '',
    'an anchor or alias has a name without a colon',
    'name it, or quote the value if it is text',
  ],
  [
    'BAD_DIRECTIVE',
    '',
    'no directive of this name is known',
    'remove the line, or quote the value if it is text',
  ],
  [
    'BAD_DQ_ESCAPE',
    '',
    'this is no escape sequence',
    'write \\\\ for a backslash, or put the value in single quotes',
  ],
  [
    'BAD_INDENT',
    'sequence items',
    'the item does not align with the items beside it',
    'indent it as they are',
  ],
  [
    'BAD_INDENT',
    'mapping items',
    'the line does not align with the fields beside it',
    'indent it as they are',
  ],
  [
    'BAD_INDENT',
    'Block scalar',
    'the block of text is not indented below its field',
    'indent every line of it',
  ],
  ['BAD_PROP_ORDER', '', 'an anchor or tag stands before its {}', 'move it behind'],
  ['BAD_SCALAR_START', '', 'a value without quotes cannot begin with {}', 'put the value in quotes'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'sequence',
    'a list item stands where a field is expected',
    'indent it as its list is, below the field',
  ],
  ['BLOCK_AS_IMPLICIT_KEY', '', 'the value holds a second ": "', 'put the value in quotes'],
  [
    'BLOCK_IN_FLOW',
    '',
    'a value inside brackets holds a second ": "',
    'put it in quotes, or in brackets of its own',
  ],
  ['DUPLICATE_KEY', '', 'the field is there twice', 'keep one of the two'],
  ['KEY_OVER_1024_CHARS', '', 'the name of a field is longer than 1,024 characters', 'shorten it'],
  ['MISSING_CHAR', 'Implicit map keys', 'the line has no ": "', 'write it as field: value'],
  [
    'MISSING_CHAR',
    'directives-end marker',
    'a field stands behind ---',
    'begin the manifest on the next line',
  ],
  ['MISSING_CHAR', 'irectives-end', 'no line --- follows the directive', 'put one before the manifest'],
  ['MISSING_CHAR', 'Missing , ', 'a comma is missing before {}', 'separate the entries by commas'],
  ['MISSING_CHAR', 'Missing space after :', 'a space is missing after the colon', 'write it as field: value'],
  [
    'MISSING_CHAR',
    'Comments must',
    'a comment needs a space before its #',
    'add one, or quote the value if it is text',
  ],
  ['MISSING_CHAR', 'Sequence item', 'the item does not begin with a hyphen', 'write it as - value'],
  [
    'MISSING_CHAR',
    'more-indented',
    'the block of text begins with lines indented deeper than it is',
    'indent every line alike',
  ],
  ['MULTILINE_IMPLICIT_KEY', '', 'the line has no ": "', 'write it as field: value'],
  ['MULTIPLE_ANCHORS', '', 'a value has two anchors', 'keep one of the two'],
  ['MULTIPLE_TAGS', '', 'a value has two tags', 'remove both; manifests are plain data'],
  ['NON_STRING_KEY', '', 'the name of a field must be text', 'put it in quotes'],
  ['TAB_AS_INDENT', '', 'a tab cannot indent', 'indent with spaces'],
  [
    'UNEXPECTED_TOKEN',
    'at node end',
    'more follows after the end of the value',
    'put the whole value in quotes',
  ],
  [
    'UNEXPECTED_TOKEN',
    'Unexpected ,',
    'no entry stands before this comma',
    'remove the comma, or write the entry',
  ],
  [
    'UNEXPECTED_TOKEN',
    'empty item',
    'no entry stands before this comma',
    'remove the comma, or write the entry',
  ],
  ['UNEXPECTED_TOKEN', '-end token', 'the {} closes nothing', 'remove it'],
  [
    'UNEXPECTED_TOKEN',
    'Not a YAML token',
    'nothing but a comment may follow | or > on its line',
    'put the text on the next line',
  ],
  [
    'UNEXPECTED_TOKEN',
    'header',
    'nothing but a comment may follow | or > on its line',
    'put the text on the next line',
  ],
];

/** Puts one of the parser's errors into a sentence of ours; what is not in the table keeps the parser's words. */
export function sentenceFor({ code, message }: YAMLError, character: string): Sentence {
  const row = ROWS.find(([known, says]) => known === code && message.includes(says));
  if (row)
    return {
      message: row[2].replace('{}', /[!-~]/.test(character) ? character : bare(character)),
      hint: row[3],
    };
  const theirs = bare(message.charAt(0).toLowerCase() + message.slice(1));
  return { message: `this is not YAML: ${theirs}`, hint: 'put the value in quotes if it is text' };
}
