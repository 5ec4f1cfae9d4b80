// Several modules of the shipped 2018 module planned at once: for each number of modules how many pairs meet again, how far the mix of each
// is above its bound, whether it is as good as that of one module formed alone, and how long it takes. With its wishes and rules, and with the
// schools alone, which arithmetic can settle.
//
//   node bench/rotate.js [EFFORT]
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formRotation, gapOf, mixOf, readModule, toNumber } from '../dist/index.js';
import { describeMachine } from './machine.js';
import { sayVerdict } from './verdict.js';

const effort = Number(process.argv[2] ?? 2);
const folder = fileURLToPath(new URL('../fixtures/regards-croises-2018/', import.meta.url));
const source = (name) => readFile(name).catch(() => 'missing');

async function read(overrides) {
  const { module } = await readModule(source, { settingsFile: `${folder}module.toml`, folder, overrides });
  return module;
}

function percent(certified) {
  return `${(100 * gapOf(certified)).toFixed(1)} %`;
}

async function plan(name, module, count) {
  const from = performance.now();
  const { formed } = await formRotation({ module, count, seed: module.settings.seed, search: { effort } });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const { modules, alone, repeatsBound, source: way } = formed;
  const repeats = modules.flatMap(({ meetings }) => meetings?.repeats ?? []);
  const paid = repeats.filter(({ price }) => price > 0).length;
  const gaps = modules.map(({ certificate }) => percent(mixOf(module, certificate))).join(', ');
  const aloneMix = mixOf(module, alone.certificate);
  console.log(
    `${name}, ${count} modules: ${repeats.length} meet again (${paid} at a cost, at least ${repeatsBound} must), mix above its bound ${gaps} (alone ${percent(aloneMix)}), ${seconds} s, ${way}`,
  );
  const isAsAlone = modules.every(
    ({ certificate }) => toNumber(mixOf(module, certificate).value) <= toNumber(aloneMix.value),
  );
  return { repeats: repeats.length, isAsAlone };
}

console.log(`${describeMachine()} · effort ${effort}`);
const module = await read({});
const { settings, ...rest } = await read({ balance: new Map([['school', 100]]) });
const schools = { ...rest, rules: [], settings: { ...settings, wishWeight: 0, observedWeight: 0 } };
for (const count of [6, 16]) {
  const { repeats, isAsAlone } = await plan('schools alone', schools, count);
  const claim = `schools alone, ${count} modules: nobody twice, each as good as alone`;
  sayVerdict(claim, `${repeats} repeats`, repeats === 0 && isAsAlone);
}
for (const count of [2, 3, 4, 6]) {
  const { repeats, isAsAlone } = await plan('2018', module, count);
  sayVerdict(`2018, ${count} modules: each mixed as well as alone`, `${repeats} repeats`, isAsAlone);
}
