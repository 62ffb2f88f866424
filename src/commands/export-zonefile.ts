import { join, resolve } from 'node:path';
import { dnsOf, type Dns } from '../model/dns/dns.ts';
import type { Zone } from '../model/dns/zone.ts';
import { zoneContent } from '../model/dns/zone-content.ts';
import { ExitCode } from '../model/exit-code.ts';
import { nearestName } from '../model/nearest-name.ts';
import { StowageError } from '../model/stowage-error.ts';
import { zoneFile } from '../render/zone-file.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { readFleet } from './read-fleet.ts';
import { reportInvalid } from './report-invalid.ts';

/** Options of `export zonefile`. */
export interface ExportZonefileOptions extends CommonOptions {
  /** A folder that gets a file per zone. */
  readonly out?: string;
  readonly serial?: number;
}

/** 32 bits (RFC 1982). */
const LARGEST_SERIAL = 2 ** 32 - 1;

/** Writes zones as their manifests ask for them, in the format of BIND; changes nothing. */
export async function exportZonefile(
  context: Context,
  wanted: string | undefined,
  options: ExportZonefileOptions,
): Promise<ExitCode> {
  if (options.serial !== undefined && options.serial > LARGEST_SERIAL) {
    const message = `${options.serial} is no serial of a zone, which has 32 bits`;
    throw new StowageError('export.serial', message, `give a number up to ${LARGEST_SERIAL}`);
  }
  const read = await readFleet(context, options);
  if (read.faults) return reportInvalid(context, read.faults, options);
  const { graph, recorded } = read.fleet;
  const dns = dnsOf(graph);
  // The count of writes to the recorded state rises with every apply, and is the same for all who look.
  const serial = options.serial ?? recorded.serial + 1;
  const files = zonesNamed(wanted, dns).map((zone) => ({ zone, text: textOf(zone, dns, serial) }));
  for (const [at, { zone, text }] of files.entries()) {
    const { name } = zone.manifest.metadata;
    if (options.out === undefined) {
      const title = files.length === 1 ? '' : `${at === 0 ? '' : '\n'}; zone ${name}\n`;
      context.stdout.write(`${title}${text}`);
      continue;
    }
    const path = join(resolve(context.cwd, options.out), `${name}.zone`);
    writeInto(context, path, text);
    if (!options.quiet) context.stderr.write(`wrote ${path}\n`);
  }
  return ExitCode.Success;
}

function writeInto(context: Context, path: string, text: string): void {
  try {
    context.writeFile(path, text);
  } catch (error) {
    const { message } = error as Error;
    throw new StowageError('export.write', `cannot write ${path}: ${message}`, 'name a folder that is there');
  }
}

/** The zones asked for, by the name of their manifest or their domain; without a name all that are served from files. */
function zonesNamed(wanted: string | undefined, { zones: { all } }: Dns): readonly Zone[] {
  const named = (zone: Zone): string[] => [zone.manifest.metadata.name, zone.domain];
  const found = all.filter((zone) =>
    wanted === undefined
      ? zone.manifest.spec.provider === 'zonefile'
      : named(zone).includes(wanted.toLowerCase().replace(/\.$/, '')),
  );
  if (found.length > 0) return found;
  if (wanted === undefined) {
    const hint = 'write provider: zonefile in a DNSZone, or name a zone';
    throw new StowageError('export.zone', 'the fleet has no zone that is served from a file', hint);
  }
  const near = nearestName(wanted, all.flatMap(named));
  const known = all.map((zone) => zone.manifest.metadata.name).join(', ');
  const hint = near ? `did you mean ${near}?` : known ? `known: ${known}` : 'the fleet has no DNSZone';
  throw new StowageError('export.zone', `there is no zone ${wanted}`, hint);
}

function textOf(zone: Zone, dns: Dns, serial: number): string {
  const records = zoneContent(dns, zone);
  if (records.some(({ type, owner }) => type === 'NS' && owner === zone.domain))
    return zoneFile({ zone, records, serial });
  throw new StowageError(
    'export.nameservers',
    `the zone ${zone.domain} names no name servers, and a zone file cannot be without`,
    `write nameservers in DNSZone/${zone.manifest.metadata.name}`,
  );
}
