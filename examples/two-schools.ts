import { buildTimetable, check, formGroups, isOptimal, participantName, readRosters, sentenceOf } from 'brassage';

// Two rosters as they come: other columns, other separators. A cell may hold several values, separated by |.
const north = `id;family_name;given_name;gender;internships
N1;Achard;Inès;F;embassy|prefecture
N2;Bellanger;Tom;M;prefecture
N3;Costa;Lina;F;company
N4;Delorme;Hugo;M;embassy
N5;Étienne;Maud;F;prefecture
N6;Ferrand;Paul;M;company
`;
const south = `Nom,Prénom,Genre,Stages
Garnier,Zoé,F,region
Hamel,Noé,M,department
Imbert,Ana,F,region|department
Jolivet,Karim,M,city
Klein,Rose,F,city
Lambert,Ugo,M,department
`;
const sessions = `session;date;start;end;kind;audience
opening;2026-03-02;09:00;10:30;plenary;all
work;2026-03-02;11:00;12:30;work;groups
`;
const rooms = `room;capacity
Great hall;40
Oak;6
Elm;6
Ash;6
`;

const { module, diagnostics } = await readRosters(
  [
    { school: 'North', content: north },
    { school: 'South', content: south },
  ],
  { count: 3, balance: { school: 100, internships: 60, gender: 30 }, seed: 'spring', language: 'en', sessions, rooms },
);
// Every error of every table is here, with file, line, column, value and what was expected.
for (const diagnostic of diagnostics) console.log(sentenceOf(diagnostic, 'en'));
if (module === undefined) throw new Error('the tables hold errors');

const result = await formGroups({ module });
if (result.status !== 'formed') throw new Error(result.reasons.map((reason) => sentenceOf(reason, 'en')).join('\n'));
const { grouping, certificate } = result.formed;
for (const { label } of grouping.groups) {
  const members = module.cohort.participants.filter(({ key }) => grouping.assignment.get(key) === label);
  console.log(`${label}: ${members.map(participantName).sort().join(', ')}`);
}
console.log(isOptimal(certificate.total) ? 'No better mix exists: proved.' : 'A better mix may exist.');

const made = buildTimetable({ module });
if (made.status === 'impossible') throw new Error(made.reasons.map((reason) => sentenceOf(reason, 'en')).join('\n'));
for (const { session, group, room } of made.timetable.rows) console.log(`${session}: ${group} in ${room}`);

// The judge knows nothing of how groups and timetable came about: it recomputes everything from the tables.
console.log(`Valid: ${check(module, { groups: grouping, timetable: made.timetable }).isValid}`);
