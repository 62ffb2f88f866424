import type { Checked } from '../model/checked.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Project } from '../model/project.ts';
import { parse } from './parse/parse.ts';

/** The file at the root of a repository that says how to work on its fleet. */
export const PROJECT_FILE = 'stowage.yaml';

/** Reads the fleet's settings; without a file, the defaults hold and the fleet has the fallback's name. */
export function readProject(file: InputFile | null, fallbackName: string): Checked<Project> {
  const read = file ? projectIn(file) : { value: null, diagnostics: [] };
  return { ...read, value: read.value ?? defaultProject(fallbackName) };
}

function projectIn(file: InputFile): Checked<Project | null> {
  const { value, diagnostics } = parse([file]);
  const manifest = value.manifests.find(({ kind }) => kind === 'Project');
  const strangers = value.manifests.filter((other) => other !== manifest);
  return {
    value: manifest
      ? { name: manifest.metadata.name, file: PROJECT_FILE, spec: manifest.spec as Project['spec'] }
      : null,
    diagnostics: [
      ...diagnostics,
      ...strangers.map(({ kind, source }) => ({
        ...source.locate('/kind'),
        code: 'project.only',
        severity: 'error' as const,
        message: `${PROJECT_FILE} holds one Project, and here is ${kind === 'Project' ? 'another' : `a ${kind}`}`,
        hint: 'move it to a file of the inventory',
        related: [],
      })),
    ],
  };
}

/** The folders that hold a fleet's manifests, by its settings, or by default where they are not valid. */
export function inventoryOf(settings: InputFile | null): readonly string[] {
  return readProject(settings, 'fleet').value.spec.inventory;
}

/** The schema knows the defaults, so they are read like any other settings. */
function defaultProject(name: string): Project {
  const legal =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'fleet';
  const empty = { apiVersion: 'stowage/v1', kind: 'Project', metadata: { name: legal }, spec: {} };
  const bytes = new TextEncoder().encode(JSON.stringify(empty));
  return projectIn({ path: PROJECT_FILE, bytes }).value as Project;
}
