import type { Surroundings } from '../vendor.ts';
import type { Actions } from './actions.ts';
import type { Image, ServerType } from './catalogue.ts';
import { IMAGES, isGone, LOCATIONS, SERVER_TYPES, stockOf } from './catalogue.ts';
import type { PrimaryIps } from './primary-ips.ts';
import { Refused } from './refusal.ts';
import type { SshKeys } from './ssh-keys.ts';

/** What is asked for with `POST /servers`. */
export interface ServerRequest {
  readonly name?: unknown;
  readonly server_type?: unknown;
  readonly image?: unknown;
  readonly location?: string;
  readonly labels?: Record<string, string>;
  readonly ssh_keys?: readonly string[];
  readonly user_data?: string;
  readonly start_after_create?: boolean;
  readonly public_net?: { readonly enable_ipv4?: boolean; readonly enable_ipv6?: boolean };
}

export interface Server {
  readonly id: number;
  name: string;
  status: 'initializing' | 'starting' | 'running' | 'off' | 'deleting';
  readonly created: number;
  readonly type: ServerType;
  readonly image: Image;
  readonly location: string;
  labels: Record<string, string>;
  readonly userData: string;
  readonly sshKeys: readonly string[];
  volumes: number[];
  isProtected: boolean;
}

const HOSTNAME =
  /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
const LABEL = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const USER_DATA_BYTES = 32 * 1024;

/** The servers of a project. Each goes initializing, starting, running; and deleting, gone. */
export class Servers {
  readonly all = new Map<number, Server>();
  readonly #around: Surroundings;
  readonly #actions: Actions;
  readonly #ips: PrimaryIps;
  readonly #keys: SshKeys;
  #count = 0;

  constructor(around: Surroundings, actions: Actions, ips: PrimaryIps, keys: SshKeys) {
    this.#around = around;
    this.#actions = actions;
    this.#ips = ips;
    this.#keys = keys;
  }

  /** Makes a server, and begins what follows. */
  create(request: ServerRequest) {
    const { knobs } = this.#around;
    const server = this.#admitted(request);
    const stock = stockOf(knobs, server.type.name, server.location);
    if (stock !== Infinity) knobs.stock[`${server.type.name}@${server.location}`] = stock - 1;
    this.all.set(server.id, server);
    const { enable_ipv4 = true, enable_ipv6 = true } = request.public_net ?? {};
    if (enable_ipv4) this.#ips.add('ipv4', server.location, server.id);
    if (enable_ipv6) this.#ips.add('ipv6', server.location, server.id);
    const starts = request.start_after_create !== false;
    let isMade = false;
    const action = this.#actions.begin('create_server', server.id, server.location, (ok) => {
      isMade = ok;
      if (server.status !== 'deleting') server.status = ok && starts ? 'starting' : 'off';
    });
    const next = starts
      ? [
          this.#actions.begin(
            'start_server',
            server.id,
            server.location,
            (ok) => {
              if (server.status !== 'deleting') server.status = ok && isMade ? 'running' : 'off';
            },
            this.#actions.takes('create_server'),
          ),
        ]
      : [];
    return { server, action, next };
  }

  /** Gives a server its new name and labels. */
  update(server: Server, { name, labels }: { name?: string; labels?: Record<string, string> }): Server {
    if (name !== undefined) server.name = this.#name(name, server.id);
    if (labels) server.labels = labelled(labels);
    return server;
  }

  remove(server: Server) {
    if (server.isProtected) throw new Refused('protected', 'server deletion is protected');
    if (this.#actions.isBusy(server.id)) throw new Refused('locked');
    server.status = 'deleting';
    return this.#actions.begin('delete_server', server.id, server.location, () => {
      this.all.delete(server.id);
      this.#ips.release(server.id);
      const place = `${server.type.name}@${server.location}`;
      const stock = this.#around.knobs.stock[place];
      if (stock !== undefined) this.#around.knobs.stock[place] = stock + 1;
    });
  }

  /** Those that can be seen by now. */
  visible(): Server[] {
    const { clock, knobs } = this.#around;
    return [...this.all.values()].filter(({ created }) => created + knobs.lagMs <= clock.now());
  }

  /** Fails where there is none of this id to be seen. */
  find(id: string): Server {
    const server = this.visible().find((one) => String(one.id) === id);
    if (!server) throw new Refused('not_found', `server with ID '${id}' not found`);
    return server;
  }

  #admitted(request: ServerRequest): Server {
    const { clock, knobs } = this.#around;
    const type = SERVER_TYPES.find(({ id, name }) =>
      [name, String(id)].includes(String(request.server_type)),
    );
    if (!type) throw new Refused('invalid_input', 'unknown server type', ['server_type']);
    const image = IMAGES.find(
      ({ id, name, architecture }) =>
        String(id) === String(request.image) ||
        (name === request.image && architecture === type.architecture),
    );
    if (!image) throw new Refused('invalid_input', 'unknown image', ['image']);
    const place = LOCATIONS.find(({ id, name }) =>
      [name, String(id)].includes(String(request.location ?? 'fsn1')),
    );
    if (!place) throw new Refused('invalid_input', 'unknown location', ['location']);
    if (Buffer.byteLength(request.user_data ?? '') > USER_DATA_BYTES) {
      throw new Refused('invalid_input', 'user data is too long', ['user_data']);
    }
    const name = this.#name(request.name, null);
    const sshKeys = (request.ssh_keys ?? []).map((known) => this.#keys.find(known).name);
    const limit = knobs.quota['servers'] ?? Infinity;
    if (this.all.size >= limit) throw new Refused('resource_limit_exceeded');
    const retired = isGone(type, place.name, clock.now());
    if (retired || type.monthly[place.name] === undefined || stockOf(knobs, type.name, place.name) < 1) {
      throw new Refused('resource_unavailable');
    }
    return {
      id: 42_000_000 + this.#count++,
      name,
      status: 'initializing',
      created: clock.now(),
      type,
      image,
      location: place.name,
      labels: labelled(request.labels ?? {}),
      userData: request.user_data ?? '',
      sshKeys,
      volumes: [],
      isProtected: false,
    };
  }

  #name(name: unknown, own: number | null): string {
    if (typeof name !== 'string' || !HOSTNAME.test(name))
      throw new Refused('invalid_input', 'not a hostname', ['name']);
    for (const other of this.all.values()) {
      if (other.name === name && other.id !== own)
        throw new Refused('uniqueness_error', 'server name is already used', ['name']);
    }
    return name;
  }
}

function labelled(labels: Record<string, string>): Record<string, string> {
  for (const [key, value] of Object.entries(labels)) {
    if (!LABEL.test(value))
      throw new Refused('invalid_input', `not a label value: ${value}`, [`labels.${key}`]);
  }
  return labels;
}
