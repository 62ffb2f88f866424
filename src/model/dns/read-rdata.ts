import { addressFault } from '../ip/ip-fault.ts';
import { parseIp } from '../ip/ip-address.ts';
import { ipText } from '../ip/ip-text.ts';
import { characterStrings, quoted, readCharacterStrings } from './character-strings.ts';
import type { RdataFault, ReadRdata, RecordType } from './rdata.ts';
import { readTarget } from './read-target.ts';

/** Reads the value of a record strictly; names without a trailing dot lie below `domain`. */
export function readRdata(type: RecordType, text: string, domain: string): ReadRdata {
  if (/[\r\n]/.test(text)) {
    return syntax(`the value has a line break`, 'write it on one line, or in a YAML block that ends in >-');
  }
  return READERS[type](text, domain);
}

const READERS: Record<RecordType, (text: string, domain: string) => ReadRdata> = {
  A: (text) => readAddress('A', text),
  AAAA: (text) => readAddress('AAAA', text),
  CNAME: (text, domain) => readTarget('CNAME', text, domain),
  NS: (text, domain) => readTarget('NS', text, domain),
  PTR: (text, domain) => readTarget('PTR', text, domain),
  MX: (text, domain) => readTarget('MX', text, domain),
  SRV: (text, domain) => readTarget('SRV', text, domain),
  TXT: readText,
  CAA: readCaa,
};

/** Reads an address of either family: which of them a type holds is a rule of its own. */
export function readAddress(type: 'A' | 'AAAA', text: string): ReadRdata {
  const ip = parseIp(text);
  if (!ip) {
    const { message, hint } = addressFault(text) ?? { message: `"${text}" is no address`, hint: '' };
    return syntax(message, hint);
  }
  if (ip.family === (type === 'A' ? 4 : 6)) return { rdata: { text: ipText(ip), target: null, ip } };
  const right = ip.family === 4 ? 'A' : 'AAAA';
  const message = `an ${type} record holds an IPv${type === 'A' ? 4 : 6} address, and ${ipText(ip)} is IPv${ip.family}`;
  return { fault: { code: 'dns.family', message, hint: `write it in a record of type ${right}` } };
}

/** The data of a TXT: each string has a byte of length, and all of them fit into a record. */
const LONGEST_TEXT = 65535;

/** Text that begins with a quote is read as strings in quotes; any other is the content itself. */
function readText(text: string): ReadRdata {
  const strings = text.startsWith('"') ? readCharacterStrings(text) : [Buffer.from(text)];
  if (!strings) {
    return syntax(
      `the text has a quote that does not close, or an escape that is none`,
      'write it without quotes, or as "…" "…" with \\" for a quote and \\\\ for a backslash',
    );
  }
  const size = strings.reduce((sum, { length }) => sum + length + Math.max(1, Math.ceil(length / 255)), 0);
  if (size > LONGEST_TEXT) return syntax(`the text has ${size} bytes`, `a TXT has at most ${LONGEST_TEXT}`);
  return { rdata: { text: strings.map(characterStrings).join(' '), target: null, ip: null } };
}

function readCaa(text: string): ReadRdata {
  const [, flags = '', tag = '', value = ''] = /^(\d+)[ \t]+([a-z0-9]{1,15})[ \t]+(.+)$/i.exec(text) ?? [];
  const strings = value.startsWith('"')
    ? readCharacterStrings(value)
    : /^[^\s"\\;]+$/.test(value)
      ? [Buffer.from(value)]
      : null;
  const only = strings?.length === 1 ? strings[0] : undefined;
  if (!only || !/^(0|[1-9]\d{0,2})$/.test(flags) || Number(flags) > 255) {
    return syntax(
      `"${text}" is no value of a CAA, which is: flags tag "value"`,
      'write it like 0 issue "letsencrypt.org"',
    );
  }
  return { rdata: { text: `${flags} ${tag.toLowerCase()} ${quoted(only)}`, target: null, ip: null } };
}

function syntax(message: string, hint: string): { readonly fault: RdataFault } {
  return { fault: { code: 'dns.value-syntax', message, hint } };
}
