import { Argument, Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { ExitCode } from '../model/exit-code.ts';
import { CATEGORIES } from '../model/journal-entry.ts';
import { RUNNING_STATES } from '../model/running-states.ts';
import type { Context } from './context.ts';

/** Longer than a lease stands after the death of its holder, so that an apply takes it over by itself. */
const LOCK_WAIT_SECONDS = 90;

/** Receives the exit code of the command that ran. */
type Exit = (code: ExitCode) => void;

/**
 * The command line: every verb with its options. The verbs themselves are loaded when they run, so that
 * `--help` costs nothing.
 */
export function commandLine(context: Context, exit: Exit): Command {
  const program = new Command('stowage')
    .description('Runs a fleet of rented and owned hosts out of a git repository.')
    .version(context.version)
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .exitOverride()
    .showSuggestionAfterError();

  common(program.command('validate'), ['text', 'json', 'github', 'sarif', 'junit', 'gitlab'])
    .description('check the manifests: their form, their references, the rules of the fleet')
    .argument('[paths...]', 'files or folders to report on (default: the whole inventory)')
    .action(async (paths, options) => {
      const { validate } = await import('./validate.ts');
      exit(validate(context, paths, options));
    });

  common(program.command('plan'), ['text', 'json', 'markdown'])
    .description('show what apply would change: orders, placements with reasons, cost')
    .option('--out <file>', 'write the plan to a file that apply accepts')
    .option('--detailed-exitcode', 'exit with 2 when there is something to do')
    .option('--full', 'show everything, however long')
    .option('--offline', 'ask no provider what would come of orders')
    .addOption(
      new Option('--refresh', 'ask providers whether what is recorded is still so').conflicts('offline'),
    )
    .action(async (options) => {
      const { planCommand } = await import('./plan.ts');
      exit(await planCommand(context, options));
    });

  common(program.command('apply'), ['text', 'json'])
    .description('carry out a plan and record it in the journal')
    .argument('[planfile]', 'a plan that was written with plan --out')
    .option('-y, --yes', 'do not ask for confirmation')
    .option('--approve <guard=digest>', 'accept one guard for one plan; may be repeated', collect)
    .option('--parallelism <number>', 'how many machines are ordered or given back at once', wholeNumber, 8)
    .option('--lock-wait <seconds>', 'how long to wait for another apply', wholeNumber, LOCK_WAIT_SECONDS)
    .action(async (planFile, options) => {
      const { applyCommand } = await import('./apply.ts');
      exit(await applyCommand(context, planFile, options));
    });

  common(program.command('watch'), ['text'])
    .description('validate and plan again on every save; never applies')
    .action(async (options) => {
      const { watchCommand } = await import('./watch.ts');
      exit(await watchCommand(context, options));
    });

  common(program.command('explain'), ['text', 'json'])
    .description(
      'say why a service is where it is, what a compute carries and could still take, how an order goes, or what a check means',
    )
    .argument(
      '<address>',
      'Service/NAME, Compute/NAME, Host/NAME, ComputeProfile/NAME, ComputeProvider/NAME, IPAddress/NAME, or the id of a check such as raid.count',
    )
    .option('--full', 'show every rejected compute')
    .action(async (address, options) => {
      const { explainCommand } = await import('./explain.ts');
      exit(await explainCommand(context, address, options));
    });

  common(program.command('simulate'), ['text', 'json'])
    .description(
      'show what would move and what would no longer fit if hosts were lost or given back, or services added',
    )
    .option('--without <addr...>', 'lose Compute/NAME, Service/NAME, region/NAME or provider/NAME')
    .option('--add <file...>', 'add the manifests of a file')
    .addOption(
      new Option('--each <kind>', 'try every single loss of this kind').choices([
        'Compute',
        'region',
        'provider',
      ]),
    )
    .addOption(
      new Option('--objective <objective>', 'move instances so that the computes in use cost the least')
        .choices(['cheapest'] as const)
        .conflicts('each'),
    )
    .option('--time-limit <seconds>', 'stop a search with the best found so far', seconds, 60)
    .option('--full', 'show everything, however long')
    .option('--detailed-exitcode', 'exit with 2 when something no longer fits')
    .action(async (options) => {
      const { simulateCommand } = await import('./simulate.ts');
      exit(await simulateCommand(context, options));
    });

  common(program.command('recommend'), ['text', 'json'])
    .description('find the cheapest hosts that make everything fit')
    .option('--write <dir>', 'write their Host manifests to a file in this folder')
    .option('--workspace <name>', 'the Workspace they are for, where there are several')
    .option('--horizon <months>', 'months over which a set-up fee is spread', wholeNumber, 12)
    .option('--time-limit <seconds>', 'stop with the best found so far', seconds, 60)
    .action(async (options) => {
      const { recommendCommand } = await import('./recommend.ts');
      exit(await recommendCommand(context, options));
    });

  common(program.command('report'), ['text', 'markdown', 'json'])
    .description('show what the fleet can carry and carries, or everything known about one compute')
    .argument('[compute]', 'one compute, by its name (default: the fleet)')
    .option('--by <key>', 'group by region, provider, type or a tag key; may be repeated', collect)
    .action(async (compute, options) => {
      const { reportCommand } = await import('./report.ts');
      exit(await reportCommand(context, compute, options));
    });

  const journal = program.command('journal').description('what happened to the fleet');
  common(journal.command('list', { isDefault: true }), ['text', 'json'])
    .description('list entries, newest first')
    .option('--compute <name>', 'only entries about this compute (_fleet: about no single one)')
    .addOption(new Option('--category <category>', 'only entries of this category').choices(CATEGORIES))
    .option('--since <date>', 'only entries from this day or moment on')
    .option('--until <date>', 'only entries up to this day or moment')
    .option('--author <text>', 'only entries whose author contains this')
    .option('--limit <number>', 'at most so many', wholeNumber)
    .action(async (options) => {
      const { journalList } = await import('./journal-list.ts');
      exit(await journalList(context, options));
    });
  common(journal.command('add'), ['text', 'json'])
    .description('add an entry; its first line is the subject')
    .argument('[message]', 'the entry (default: standard input)')
    .option('--compute <name>', 'the compute it is about (default: the fleet)')
    .addOption(
      new Option('--category <category>', 'what it is about').choices(CATEGORIES).default('other' as const),
    )
    .action(async (message, options) => {
      const { journalAdd } = await import('./journal-add.ts');
      exit(await journalAdd(context, message, options));
    });

  common(program.command('resolve'), ['text', 'json'])
    .description('show what a dead run left behind, or settle it')
    .argument('[intent]', 'one intent (default: all of them)')
    .option('--adopt <machine>', 'it became this machine, or its machine is still there')
    .option('--absent', 'no machine was made, or it is gone')
    .option('--lock-wait <seconds>', 'how long to wait for another apply', wholeNumber, LOCK_WAIT_SECONDS)
    .action(async (intent, options) => {
      const { resolveCommand } = await import('./resolve.ts');
      exit(await resolveCommand(context, intent, options));
    });

  common(program.command('drift'), ['text', 'json'])
    .description('ask providers whether what is recorded is still so, and what stands there besides')
    .option('--detailed-exitcode', 'exit with 2 where anything differs')
    .action(async (options) => {
      const { driftCommand } = await import('./drift.ts');
      exit(await driftCommand(context, options));
    });

  common(program.command('import'), ['text'])
    .description('write the manifests that take over machines which stand at a provider')
    .addArgument(new Argument('<family>', 'the family of the provider').choices(Object.keys(RUNNING_STATES)))
    .requiredOption('--provider <name>', 'the ComputeProvider that has them')
    .option('--workspace <name>', 'the Workspace they are for, where there are several')
    .option('--write <dir>', 'write the manifests to a file in this folder')
    .option('--all', 'take over machines that do not run, too')
    .action(async (family, options) => {
      const { importCommand } = await import('./import.ts');
      exit(await importCommand(context, family, options));
    });

  const lock = program.command('lock').description('who is applying');
  common(lock.command('status', { isDefault: true }), ['text', 'json'])
    .description('say who has the lock, and until when')
    .action(async (options) => {
      const { lockStatus } = await import('./lock-status.ts');
      exit(await lockStatus(context, options));
    });
  common(lock.command('break'), ['text'])
    .description('end the lease of a run that is dead')
    .option('-y, --yes', 'do not ask for confirmation')
    .action(async (options) => {
      const { lockBreak } = await import('./lock-break.ts');
      exit(await lockBreak(context, options));
    });

  const exported = program
    .command('export')
    .description('what the manifests ask for, in the words of other programs');
  common(exported.command('zonefile'), ['text'])
    .description('write a DNS zone in the format of BIND')
    .argument('[zone]', 'a DNSZone or its domain (default: all with provider zonefile)')
    .option('--out <dir>', 'write a file per zone into this folder')
    .option(
      '--serial <n>',
      'the serial of the zone (default: how often the recorded state was written)',
      wholeNumber,
    )
    .action(async (zone, options) => {
      const { exportZonefile } = await import('./export-zonefile.ts');
      exit(await exportZonefile(context, zone, options));
    });

  const secret = program.command('secret').description('secrets, encrypted into the repository with age');
  common(secret.command('set'), ['text', 'json'])
    .description('encrypt what is typed, or standard input, and say how a manifest refers to it')
    .argument('<name>', 'what it is called, such as hcloud')
    .option(
      '--recipient <key>',
      'who can read it, age1…; may be repeated (default: secrets/recipients.txt)',
      collect,
    )
    .option('--recipients-file <file>', 'a file that lists them')
    .option('--file <path>', 'where it goes (default: secrets/NAME.age)')
    .action(async (name, options) => {
      const { secretSet } = await import('./secret-set.ts');
      exit(await secretSet(context, name, options));
    });

  program
    .command('schema')
    .description('print the JSON Schema of a kind or of an output')
    .argument('[kind]', 'a kind such as Compute, or output/plan (default: all kinds in one)')
    .action(async (kind) => {
      const { schemaCommand } = await import('./schema.ts');
      exit(schemaCommand(context, kind));
    });

  return program;
}

/** Adds what every command takes. */
function common<const Formats extends readonly string[]>(command: Command, formats: Formats) {
  return command
    .option('-C, --chdir <dir>', 'work on the fleet in this folder')
    .addOption(new Option('-o, --output <format>', 'form of the result').choices(formats).default('text'))
    .addOption(
      new Option('--color <when>', 'colour the output')
        .choices(['auto', 'always', 'never'] as const)
        .default('auto' as const),
    )
    .option('-q, --quiet', 'say only what matters')
    .option('--debug', 'show stack traces of unexpected errors');
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

function seconds(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError('It takes a number of seconds above 0.');
  return Number(text);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It takes a whole number above 0.');
  return Number(text);
}
