import { diffLines } from 'diff';
import { readdirSync } from 'node:fs';
import { grouped } from './check-groups.mjs';
import { parted } from './parted.mjs';
import { saidOf } from './said-of.mjs';

const FOLDER = 'docs/checks';

/** A page for each check, and the index of all. */
export function checkPages(checks) {
  const entries = [...checks.CHECK_CATALOGUE.values()];
  const files = entries.map((entry) => [`${FOLDER}/${entry.id}.md`, pageFile(entry, checks)]);
  return { ...Object.fromEntries(files), [`${FOLDER}/README.md`]: indexFile(entries, checks) };
}

/** Pages of checks that are no more. */
export function orphanedPages(files) {
  try {
    return readdirSync(FOLDER)
      .map((file) => `${FOLDER}/${file}`)
      .filter((file) => !(file in files));
  } catch {
    return [];
  }
}

const generated = '<!-- Generated from the check by `npm run generate`. -->\n';

function pageFile({ id, severity, page }, checks) {
  const { command, text } = saidOf({ id, page }, checks);
  const before = page.applied === undefined ? '' : `## Applied before\n\n${example(page.applied)}\n`;
  const silence =
    severity === 'warning'
      ? `\n## Where it is meant to be so\n\nThe annotation \`stowage/allow: "${id}: the reason"\` on the manifest that is pointed at silences this warning there.\n`
      : '';
  return `${generated}
# ${id}

${severity === 'error' ? 'An error: nothing is planned or applied while it is there.' : 'A warning: it stops nothing.'}

${page.meaning.trim()}

${before}## The mistake

${example(page.fails)}
\`${command}\` says:

${fence('text', text)}
## The fix

${fence('diff', difference(page.fails, page.passes))}${silence}
[All checks](README.md)
`;
}

/** The manifests of an example; where settings are among them, each under the file that it stands in. */
function example(yaml) {
  const parts = parted(yaml);
  return parts
    .map(({ path, text }) => `${parts.length > 1 ? `\`${path}\`:\n\n` : ''}${fence('yaml', text)}`)
    .join('\n');
}

function fence(language, text) {
  return `\`\`\`${language}\n${text.replace(/^\n+|\s+$/g, '')}\n\`\`\`\n`;
}

/** All lines, with a mark before those that differ. */
function difference(before, after) {
  return diffLines(before.trim(), after.trim())
    .flatMap(({ value, added, removed }) => {
      const mark = added ? '+' : removed ? '-' : ' ';
      return value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${mark} ${line}`.trimEnd());
    })
    .join('\n');
}

function indexFile(entries, checks) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const row = (id) => {
    const { severity, page } = byId.get(id);
    return `| [${id}](${id}.md) | ${severity} | ${checks.firstSentence(page.meaning).replaceAll('|', '\\|')} |`;
  };
  const sections = grouped([...byId.keys()]).map(
    ({ title, ids }) =>
      `## ${title}\n\n| Check | Severity | In a sentence |\n|---|---|---|\n${ids.map(row).join('\n')}\n`,
  );
  return `${generated}
# Checks

What \`stowage validate\` and \`stowage plan\` hold a fleet against. \`stowage explain ID\` prints the same in a terminal.
An error stops a plan. A warning stops nothing, and the annotation \`stowage/allow: "ID: the reason"\` silences it on one
manifest.

${sections.join('\n')}`;
}
