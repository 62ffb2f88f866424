import { transformSync } from 'esbuild';

/** Turns TypeScript into ES modules for jest: types are checked by `npm run types`, not here. */
export default {
  process(source, file) {
    const { code, map } = transformSync(source, {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'esm',
      target: 'node20',
      jsx: 'automatic',
      sourcemap: 'external',
      sourcefile: file,
    });
    return { code, map };
  },
};
