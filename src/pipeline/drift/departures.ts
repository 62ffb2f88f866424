import { canonicalIp } from '../../model/ip/canonical-ip.ts';
import type { Departure } from '../../model/drift.ts';
import type { FoundMachine } from '../../model/machine.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { RUNNING_STATES } from '../../model/running-states.ts';
import { sameParameter } from '../../model/same-parameter.ts';
import type { Family } from '../../model/spec/definitions.ts';

/** What is compared: a Host, the parameters its profile has, and the machine that it is recorded to have. */
export interface Compared {
  readonly host: RecordedObject;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly family: Family;
  readonly found: FoundMachine;
}

/**
 * Everything about a Host's machine that is not as it is recorded. What either side does not say is not compared, nor
 * what changes until its order is finished.
 */
export function departuresOf({ host, parameters, family, found }: Compared): Departure[] {
  const { machine } = found;
  const { region, addresses, task } = host.status;
  const isUnfinished = typeof task === 'string';
  const [running] = RUNNING_STATES[family];
  return [
    ...departure('name', host.key, machine.name, host.key === machine.name),
    ...departure(
      'region',
      region,
      machine.region,
      unsaid(region, machine.region) || region === machine.region,
    ),
    ...departure(
      'addresses',
      addresses,
      machine.addresses,
      isUnfinished || !Array.isArray(addresses) || sameSet(addresses.map(String), machine.addresses),
    ),
    ...Object.keys(parameters)
      .sort()
      .flatMap((name) => {
        const [recorded, now] = [parameters[name], found.parameters[name]];
        return departure(`parameters.${name}`, recorded, now, isAlike(recorded, now));
      }),
    ...departure(
      'state',
      running,
      machine.state,
      isUnfinished || RUNNING_STATES[family].includes(machine.state),
    ),
  ];
}

function departure(field: string, recorded: unknown, found: unknown, isSame: boolean): Departure[] {
  return isSame ? [] : [{ field, recorded, found }];
}

function unsaid(...values: readonly unknown[]): boolean {
  return values.some((value) => value === undefined || value === null);
}

/** Where one side has a number and the other a word, they are names of two sorts for what may be the same. */
function isAlike(recorded: unknown, found: unknown): boolean {
  if (unsaid(recorded, found) || isNumeric(recorded) !== isNumeric(found)) return true;
  return sameParameter(recorded, found);
}

function isNumeric(value: unknown): boolean {
  return !Array.isArray(value) && Number.isFinite(Number(value));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const sorted = (list: readonly string[]): string => [...new Set(list.map(canonicalIp))].sort().join(' ');
  return sorted(a) === sorted(b);
}
