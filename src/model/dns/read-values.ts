import type { Graph } from '../graph.ts';
import { beliesNetwork } from '../ip/belies-network.ts';
import { ipLiterals } from '../ip-literals.ts';
import type { Manifest } from '../manifest.ts';
import type { ReadRdata, RecordType } from './rdata.ts';
import { readAddress, readRdata } from './read-rdata.ts';
import type { Zone } from './zone.ts';

/** One value of a record: written, or that of an IPAddress. */
export interface ReadValue {
  readonly pointer: string;
  readonly read: ReadRdata;
  /** The IPAddress it follows, where there is one of that name. */
  readonly address?: Manifest<'IPAddress'> | undefined;
}

/** Reads the values of a record, each at its place. */
export function readValues({ spec }: Manifest<'DNSRecord'>, zone: Zone, graph: Graph): ReadValue[] {
  const { type, value, ip } = spec;
  const written = listed('/spec/value', value).map(({ pointer, text }) => ({
    pointer,
    read: readRdata(type, text, zone.domain),
  }));
  const followed = listed('/spec/ip', ip).map(({ pointer, text: name }) => {
    const address = graph.get('IPAddress', name);
    return { pointer, read: addressOf(type, name, address), address };
  });
  return [...written, ...followed];
}

/** What an IPAddress gives: nothing where it is not there or no address, which is said of it elsewhere. */
function addressOf(type: RecordType, name: string, address: Manifest<'IPAddress'> | undefined): ReadRdata {
  if (type !== 'A' && type !== 'AAAA') {
    const message = `a record of type ${type} does not hold an address, and ip: ${name} is one`;
    return {
      fault: { code: 'dns.family', message, hint: 'write A or AAAA as its type, or give it a value' },
    };
  }
  const read =
    address && !beliesNetwork(ipLiterals(address.spec)) ? readAddress(type, address.spec.address) : {};
  return read.fault?.code === 'dns.value-syntax' ? {} : read;
}

function listed(pointer: string, value: string | readonly string[] | undefined) {
  if (typeof value === 'string') return [{ pointer, text: value }];
  return (value ?? []).map((text, at) => ({ pointer: `${pointer}/${at}`, text }));
}
