/**
 * A manifest as plain data, in the order in which people write its fields.
 * @typedef {{ apiVersion: string, kind: string, metadata: Record<string, unknown>, spec: object }} Manifest
 */

/** @typedef {{ path: string, manifests: Manifest[] }} ManifestFile */

/**
 * @param {string} kind
 * @param {string} name
 * @param {object} spec
 * @param {Record<string, string>} [annotations]
 * @returns {Manifest}
 */
export function manifestOf(kind, name, spec, annotations) {
  return { apiVersion: 'stowage/v1', kind, metadata: { name, annotations }, spec };
}

/** A file that holds one manifest and is called after it. @param {string} folder @param {Manifest} manifest */
export function fileOf(folder, manifest) {
  return { path: `inventory/${folder}/${String(manifest.metadata.name)}.yaml`, manifests: [manifest] };
}
