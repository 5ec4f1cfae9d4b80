// A synthetic cohort as CSV, of any size, for the benches: node bench/cohort.js 1000000 [--seed TEXT] > cohort.csv
//
// The proportions are those of the 150 people of the quality bench: two schools 90 / 60; eight kinds of internship
// 41, 38, 22, 18, 11, 11, 5, 4, spread otherwise in the one school than in the other; thirteen regions; two genders 89 / 61.
// Every level has exactly its share of the people (largest remainders), so that the bound of a cohort depends on its size
// alone; the seed decides who has what. Names are strung together from syllables: nobody real is in it.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SCHOOLS = ['ENA', 'INET'];
const INTERNSHIPS = ['préfecture', 'mairie', 'département', 'ambassade', 'entreprise', 'région', 'hôpital', 'Europe'];
/** People of 150 by school, then by kind of internship. */
const SCHOOL_AND_INTERNSHIP = [33, 30, 10, 8, 3, 3, 2, 1, 8, 8, 12, 10, 8, 8, 3, 3];
const REGIONS = [
  'Île-de-France',
  'Auvergne-Rhône-Alpes',
  'Hauts-de-France',
  'Nouvelle-Aquitaine',
  'Occitanie',
  'Grand Est',
  "Provence-Alpes-Côte d'Azur",
  'Pays de la Loire',
  'Bretagne',
  'Normandie',
  'Bourgogne-Franche-Comté',
  'Centre-Val de Loire',
  'Corse',
];
const REGION = [46, 19, 18, 12, 12, 9, 8, 8, 7, 5, 3, 2, 1];
const GENDERS = ['M', 'F'];
const GENDER = [89, 61];
const FIRST =
  'Bar Bel Cas Cor Dal Del Fer For Gal Gar Hel Jol Ker Lam Lan Mar Mer Mon Nor Pel Per Ran Rol Sal Ser Tal Tor Val Ver Vin'.split(
    ' ',
  );
const MIDDLE =
  'a al an ar be de di do el en er fe ga gi la le li lo ma me mi mo na ne ni no ra ré ri ro sa se so ta to va vi'.split(
    ' ',
  );
const LAST =
  'bert chon court deau din dois let lin ment mond nac net nier quet rac rand ret rier saud tel thier tin val vier zac'.split(
    ' ',
  );
const GIVEN = 'A An Ce Da É El Fa Gi Ha I Ja Jo Lé Li Lo Ma Mi Na No O Pa Ra Ro Sa Ta Va Yo Zo'.split(' ');
const GIVEN_END =
  'bel cie da dine do ël el én ia ick il in ine is la le lie line na ne nie o ra ry se ta tin va vie'.split(' ');

/** A cohort in which every attribute `a1`, `a2`… has so many levels, each held by equally many: no share is rounded, and the bound is 0. */
export function wholeSharesCsv(levels, people, seed = 'cohort') {
  const random = createRandom(seed);
  const columns = levels.map((count) =>
    deal(
      Array.from({ length: count }, () => 1),
      people,
      random,
    ),
  );
  const header = ['id', ...levels.map((_, index) => `a${index + 1}`)];
  const rows = Array.from({ length: people }, (_, person) => [
    `p${String(person).padStart(6, '0')}`,
    ...columns.map((column) => `l${column[person]}`),
  ]);
  return `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** The header and the lines of `people` people, some thousand lines at a time. The same text for the same size and seed. */
export function* cohortCsv(people, seed = 'cohort') {
  const random = createRandom(seed);
  const schoolAndInternship = deal(SCHOOL_AND_INTERNSHIP, people, random);
  const region = deal(REGION, people, random);
  const gender = deal(GENDER, people, random);
  const width = String(people).length;
  const any = (list) => list[random(list.length)];
  let text = 'id,family_name,given_name,school,internship,region,gender\n';
  for (let person = 0; person < people; person++) {
    const both = schoolAndInternship[person];
    const cells = [
      String(person + 1).padStart(width, '0'),
      any(FIRST) + any(MIDDLE) + any(LAST),
      any(GIVEN) + any(GIVEN_END),
      SCHOOLS[Math.floor(both / INTERNSHIPS.length)],
      INTERNSHIPS[both % INTERNSHIPS.length],
      REGIONS[region[person]],
      GENDERS[gender[person]],
    ];
    text += `${cells.join(',')}\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** A level for each person, every level as often as its share says, in random order. */
function deal(shares, people, random) {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const counts = shares.map((share) => Math.floor((share * people) / total));
  const byRemainder = [...shares.keys()].sort(
    (a, b) => ((shares[b] * people) % total) - ((shares[a] * people) % total),
  );
  const left = people - counts.reduce((sum, count) => sum + count, 0);
  for (const level of byRemainder.slice(0, left)) counts[level]++;
  const levels = new Uint8Array(people);
  let from = 0;
  counts.forEach((count, level) => levels.fill(level, from, (from += count)));
  for (let i = people - 1; i > 0; i--) {
    const j = random(i + 1);
    [levels[i], levels[j]] = [levels[j], levels[i]];
  }
  return levels;
}

/** Whole numbers below a bound: mulberry32 (Ettinger 2017), seeded by the FNV-1a hash of a text. */
function createRandom(seed) {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(String(seed))) state = Math.imul(state ^ byte, 0x01000193);
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

async function main() {
  const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
  const people = Number(positionals[0]);
  if (!Number.isSafeInteger(people) || people < 1) throw new Error('usage: node bench/cohort.js PEOPLE [--seed TEXT]');
  for (const text of cohortCsv(people, values.seed)) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
