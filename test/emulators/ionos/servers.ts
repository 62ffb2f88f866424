import { randomUUID } from 'node:crypto';
import type { Call, Surroundings } from '../vendor.ts';
import type { Used } from './catalogue.ts';
import { IMAGES, LOCATIONS, stockOf } from './catalogue.ts';
import type { DataCentre, DataCentres } from './data-centres.ts';
import { Refused } from './refusal.ts';
import type { Request, Requests } from './requests.ts';

interface Properties {
  readonly name?: string;
  readonly cores?: number;
  readonly ram?: number;
  readonly cpuFamily?: string;
  readonly type?: string;
  readonly templateUuid?: string;
  readonly availabilityZone?: string;
}

interface VolumeProperties {
  name?: string;
  readonly type?: string;
  readonly size: number;
  readonly image?: string;
  readonly imageAlias?: string;
  readonly userData?: string;
  readonly sshKeys?: readonly string[];
}

interface NicProperties {
  readonly name?: string;
  readonly lan: number;
  readonly dhcp?: boolean;
  ips?: string[];
}

/** What is asked for with a POST of a server and its parts. */
export interface ServerRequest {
  readonly properties?: Properties;
  readonly entities?: {
    readonly volumes?: { readonly items?: readonly { readonly properties: VolumeProperties }[] };
    readonly nics?: { readonly items?: readonly { readonly properties: NicProperties }[] };
  };
}

export interface Volume {
  readonly id: string;
  readonly centre: DataCentre;
  readonly created: number;
  readonly properties: VolumeProperties;
  server: string | null;
}

export interface Nic {
  readonly id: string;
  readonly properties: NicProperties;
}

export interface Server {
  readonly id: string;
  readonly centre: DataCentre;
  readonly created: number;
  readonly properties: Properties;
  readonly nics: Nic[];
  readonly labels: Map<string, string>;
  /** INACTIVE is what is left of one that could not be made. */
  state: 'BUSY' | 'AVAILABLE' | 'INACTIVE';
}

const MB_PER_GB = 1024;

/** Servers and volumes of all virtual data centres. A server goes BUSY, AVAILABLE; names are not unique. */
export class Servers {
  readonly all = new Map<string, Server>();
  readonly volumes = new Map<string, Volume>();
  /** What is left of a server that could not be made. */
  halfMade: 'server' | 'volume' = 'server';
  readonly #around: Surroundings;
  readonly #requests: Requests;
  readonly #centres: DataCentres;
  #addresses = 0;

  constructor(around: Surroundings, requests: Requests, centres: DataCentres) {
    this.#around = around;
    this.#requests = requests;
    this.#centres = centres;
  }

  /** Accepts a server; whether there is room for it comes out later. */
  create(centre: DataCentre, call: Call): { server: Server; request: Request } {
    const { knobs } = this.#around;
    const asked = call.body as ServerRequest;
    const volumes = asked.entities?.volumes?.items ?? [];
    const nics = asked.entities?.nics?.items ?? [];
    this.#check(centre, asked.properties ?? {}, volumes);
    const server = this.put(centre, asked);
    const { cpuFamily = 'INTEL_SKYLAKE' } = server.properties;
    const place = `${cpuFamily}@${centre.location}`;
    const stock = stockOf(knobs, cpuFamily, centre.location);
    const isFull = stock < 1;
    if (stock !== Infinity && !isFull) knobs.stock[place] = stock - 1;
    const request = this.#requests.begin(
      'create_server',
      centre.location,
      call,
      [
        { id: server.id, type: 'server' },
        ...this.volumesOf(server).map(({ id }) => ({ id, type: 'volume' }) as const),
        ...server.nics.map(({ id }) => ({ id, type: 'nic' }) as const),
      ],
      (code) => (code === null ? this.#made(server) : this.#failed(server)),
      isFull ? 'VDC-5-601' : null,
    );
    for (const { properties } of nics) this.#centres.ensureLan(centre, properties.lan);
    return { server, request };
  }

  /** Puts a server there with its parts. */
  put(centre: DataCentre, { properties = {}, entities = {} }: ServerRequest): Server {
    const created = this.#around.clock.now();
    const server: Server = {
      id: randomUUID(),
      centre,
      created,
      properties,
      nics: (entities.nics?.items ?? []).map((nic) => ({
        id: randomUUID(),
        properties: { ...nic.properties },
      })),
      labels: new Map(),
      state: 'BUSY',
    };
    this.all.set(server.id, server);
    for (const volume of entities.volumes?.items ?? []) {
      const id = randomUUID();
      this.volumes.set(id, { id, centre, created, properties: { ...volume.properties }, server: server.id });
    }
    return server;
  }

  /** One that stands already, as somebody else's would. */
  stand(centre: DataCentre, asked: ServerRequest): Server {
    const server = this.put(centre, asked);
    this.#made(server);
    return server;
  }

  /** Deletes a server, and its volumes where that is asked for; they stay behind otherwise. */
  remove(server: Server, call: Call): Request {
    const takesVolumes = call.query.get('deleteVolumes') === 'true';
    server.state = 'BUSY';
    const volumes = this.volumesOf(server);
    const targets = [server, ...(takesVolumes ? volumes : [])].map(({ id }) => {
      return { id, type: id === server.id ? 'server' : 'volume' } as const;
    });
    return this.#requests.begin('delete_server', server.centre.location, call, targets, (code) => {
      if (code !== null) {
        server.state = 'AVAILABLE';
        return;
      }
      // Another request may have been quicker.
      if (!this.all.delete(server.id)) return;
      const place = `${server.properties.cpuFamily ?? 'INTEL_SKYLAKE'}@${server.centre.location}`;
      const stock = this.#around.knobs.stock[place];
      if (stock !== undefined) this.#around.knobs.stock[place] = stock + 1;
      for (const volume of volumes) {
        if (takesVolumes) this.volumes.delete(volume.id);
        else volume.server = null;
      }
    });
  }

  removeVolume(volume: Volume, call: Call): Request {
    const targets = [{ id: volume.id, type: 'volume' } as const];
    return this.#requests.begin('delete_volume', volume.centre.location, call, targets, (code) => {
      if (code === null) this.volumes.delete(volume.id);
    });
  }

  volumesOf({ id }: Server): Volume[] {
    return [...this.volumes.values()].filter(({ server }) => server === id);
  }

  /** Those that can be seen by now. */
  visible<T extends Server | Volume>(all: ReadonlyMap<string, T>, centre: DataCentre): T[] {
    const { clock, knobs } = this.#around;
    const those = [...all.values()].filter((one) => one.centre === centre);
    return those.filter(({ created }) => created + knobs.lagMs <= clock.now());
  }

  /** Fails where there is none of this id; for who reads, also where it cannot be seen yet. */
  find<T extends Server | Volume>(
    all: ReadonlyMap<string, T>,
    centre: DataCentre,
    id: string,
    reads: boolean,
  ): T {
    const found = reads ? this.visible(all, centre).find((one) => one.id === id) : all.get(id);
    if (!found || found.centre !== centre) throw new Refused('404');
    return found;
  }

  used(): Used {
    const servers = [...this.all.values()];
    const sum = (those: readonly (number | undefined)[]) =>
      those.reduce<number>((all, one) => all + (one ?? 0), 0);
    const stored = (isHdd: boolean) => {
      const those = [...this.volumes.values()].filter(
        ({ properties }) => (properties.type === 'HDD') === isHdd,
      );
      return sum(those.map(({ properties }) => properties.size * MB_PER_GB));
    };
    return {
      cores: sum(servers.map(({ properties }) => properties.cores)),
      ram: sum(servers.map(({ properties }) => properties.ram)),
      hdd: stored(true),
      ssd: stored(false),
    };
  }

  #made(server: Server): void {
    const { clock, knobs } = this.#around;
    server.state = 'AVAILABLE';
    clock.after(knobs.takesMs['address'] ?? 0, () => {
      for (const { properties } of server.nics) {
        const lan = server.centre.lans.find(({ id }) => id === properties.lan);
        // A range that is kept for documentation: RFC 2544's, as it is the largest of IPv4.
        const nth = ++this.#addresses;
        properties.ips ??= [lan?.public ? `198.18.${(nth >> 8) & 255}.${nth & 255}` : `10.7.0.${nth & 255}`];
      }
    });
  }

  #failed(server: Server): void {
    server.state = 'INACTIVE';
    if (this.halfMade === 'server') return;
    for (const volume of this.volumesOf(server)) volume.server = null;
    this.all.delete(server.id);
  }

  #check(
    { location }: DataCentre,
    server: Properties,
    volumes: readonly { properties: VolumeProperties }[],
  ): void {
    const place = LOCATIONS.find(({ id }) => id === location);
    const families: readonly string[] = place?.families ?? [];
    const aliases: readonly string[] = place?.aliases ?? [];
    if (server.templateUuid === undefined && (server.cores === undefined || server.ram === undefined))
      throw new Refused('422', '[VDC-5-1] cores and ram are mandatory');
    if (server.cpuFamily !== undefined && !families.includes(server.cpuFamily))
      throw new Refused('422', `[VDC-5-2] cpuFamily ${server.cpuFamily} is not available in ${location}`);
    for (const { properties } of volumes) {
      const { image, imageAlias } = properties;
      if (imageAlias !== undefined && !aliases.includes(imageAlias))
        throw new Refused('422', `[VDC-5-3] imageAlias ${imageAlias} is not known`);
      if (image !== undefined && !IMAGES.some(({ id }) => id === image))
        throw new Refused('422', `[VDC-5-4] image ${image} is not known`);
    }
    const { quota } = this.#around.knobs;
    const used = this.used();
    for (const what of ['cores', 'ram'] as const) {
      if (used[what] + (server[what] ?? 0) > (quota[what] ?? Infinity))
        throw new Refused('422', `[VDC-5-1051] the ${what} of the contract would be exhausted`);
    }
  }
}
