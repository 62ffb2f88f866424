import { compile } from '../../../src/pipeline/place/compile.ts';
import { Instance } from '../../../src/pipeline/place/instance.ts';
import { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

/** An empty fleet, and a way to name instances of its services: service, number, and where it was. */
export function emptyFleet(words: FleetWords): {
  occupancy: Occupancy;
  instance: (service: string, number: number, from?: string) => Instance;
} {
  const occupancy = new Occupancy(compile(fleet(words), POLICY));
  const instance = (service: string, number: number, from?: string): Instance => {
    const workload = occupancy.fleet.workloads.find(({ name }) => name === service);
    if (!workload) throw new Error(`there is no service ${service}`);
    return new Instance(workload, number, from);
  };
  return { occupancy, instance };
}
