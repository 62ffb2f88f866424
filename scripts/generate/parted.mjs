/** Where an example would stand in a repository: a Project among its manifests is the fleet's settings. */
export function parted(yaml) {
  const documents = yaml.trim().split(/^---\n/m);
  const settings = documents.filter(isProject);
  const manifests = documents.filter((document) => !isProject(document)).join('---\n');
  return [
    ...settings.map((text) => ({ path: 'stowage.yaml', text })),
    { path: 'inventory/fleet.yaml', text: manifests },
  ];
}

function isProject(document) {
  return /^kind: Project$/m.test(document);
}
