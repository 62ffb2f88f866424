import fc from '../../node_modules/fast-check/lib/fast-check.js';

// The same cases on every machine, so that a red run means a change; FC_SEED=<number> tries others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20261121) });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
