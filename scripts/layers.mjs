import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from '../.dependency-cruiser.js';

// A layer check that saw no module would pass for the wrong reason, so the count is part of the verdict.
const tsConfig = extractTSConfig('tsconfig.json');
const { output } = await cruise(['src'], { ...rules.options, ruleSet: rules, validate: true }, undefined, {
  tsConfig,
});
const { totalCruised, violations } = output.summary;
for (const { rule, from, to } of violations) {
  console.error(`${rule.severity} ${rule.name}: ${from} imports ${to}`);
}
const sources = output.modules.filter((module) => module.source.startsWith('src/')).length;
console.log(`layers: ${sources} modules of src, ${totalCruised} in all, ${violations.length} violations`);
if (sources === 0 || violations.length > 0) process.exitCode = 1;
