import type { CommitHistory } from '../history/commit-history.ts';
import type { Actor } from '../model/journal-entry.ts';
import type { Secret } from '../model/secret.ts';
import type { Solver } from '../solver/solver.ts';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import type { RemoteAccess } from '../remote/remote-access.ts';
import type { ProjectSpec } from '../model/spec/project.ts';
import type { Provider } from '../providers/provider.ts';
import type { Surroundings } from '../providers/surroundings.ts';
import type { Revealed } from '../secrets/revealed.ts';
import type { SecretSafe } from '../secrets/secret-safe.ts';
import type { SecretSource, SecretSurroundings } from '../secrets/secret-source.ts';
import type { LeaseStore } from '../state/lease-store.ts';
import type { StateStore } from '../state/state-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A stream that results or progress are written to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** Which state branch, in which repository. */
export interface StateLocation {
  readonly directory: string;
  readonly branch: string;
  /** Null keeps the branch in this clone. */
  readonly remote: string | null;
}

/** Everything a command needs from the world around it; main.ts gives the real one, tests another. */
export interface Context {
  readonly cwd: string;
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** A ULID later than all it gave before. */
  readonly newId: (now: Date) => string;
  /** Asks a person; null where nobody can answer. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Asks a person for what nobody else is to see; null where nobody can answer. */
  readonly askHidden: (question: string) => Promise<string | null>;
  /** Everything on standard input. */
  readonly readStdin: () => Promise<string>;
  /** Aborts at the first SIGINT or SIGTERM; the second ends the process at once. */
  readonly interruption: () => AbortSignal;
  /** Who runs this, as git knows them. */
  readonly actor: (directory: string) => Promise<Actor>;
  readonly openWorkspace: (root: string) => Workspace;
  readonly openStateStore: (location: StateLocation) => Promise<StateStore>;
  readonly openLeaseStore: (location: StateLocation) => Promise<LeaseStore>;
  /** Opens the commits of the branch that is checked out; `root` is the fleet's folder. */
  readonly openHistory: (root: string) => Promise<CommitHistory>;
  /** Opens a provider of machines. Fails with a ProviderFailure. */
  readonly openProvider: (name: string, spec: ComputeProviderSpec, around: Surroundings) => Promise<Provider>;
  /** Opens the way to a fleet's machines; `identity` finds the private key, null for those of the running ssh-agent. */
  readonly openRemote: (
    settings: ProjectSpec['ssh'],
    identity: (() => Promise<Secret>) | null,
  ) => RemoteAccess;
  /** Finds secrets that manifests refer to. */
  readonly openSecretSource: (around: SecretSurroundings) => Promise<SecretSource>;
  /** Encrypts secrets into the repository. */
  readonly openSecretSafe: (around: SecretSurroundings) => Promise<SecretSafe>;
  /** The secrets that this run has seen. */
  readonly revealed: Revealed;
  /** Which process this is, and where. */
  readonly machine: { readonly host: string; readonly pid: number };
  /** Opens a solver of mixed-integer programs; whoever opens it disposes of it. */
  readonly openSolver: () => Promise<Solver>;
  /** A published schema by its file name, `compute` or `output/plan`; null where there is none. */
  readonly schema: (name: string) => Record<string, unknown> | null;
  readonly writeFile: (path: string, text: string) => void;
  readonly readFile: (path: string) => string;
}
