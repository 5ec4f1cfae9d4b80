// The timetable of the comparison instance: 4 themes of 4 groups of 9, 10 half-days, 16 rooms of which the smallest has 9 seats, 8
// witnesses free 4 or 5 half-days, 32 hearings. Prints what it is worth and how long it takes; what stands against its blocked
// variants; and what one half-day less of each witness changes. Times are of a call in a warm process: median of several.
//
//   node bench/timetable.js [RUNS]
import { checkTimetable, makeTimetable, sentenceOf } from '../dist/index.js';
import { AVAILABLE, comparisonProgramme } from './comparison-programme.js';
import { describeMachine, median } from './machine.js';
import { sayVerdict } from './verdict.js';

const runs = Number(process.argv[2] ?? 15);
const instance = (availableOf, smallest) => ({
  ...comparisonProgramme(availableOf, smallest),
  title: 'Comparison 2026',
  seed: 'comparison',
});

/** The answer, and the median of the milliseconds that it takes. */
function time(request) {
  const answer = makeTimetable(request);
  const milliseconds = Array.from({ length: runs }, () => {
    const from = performance.now();
    makeTimetable(request);
    return performance.now() - from;
  });
  return { answer, milliseconds: median(milliseconds) };
}

function sayReasons(name, request) {
  const { answer, milliseconds } = time(request);
  for (const reason of answer.reasons ?? []) console.log(`${name}: ${sentenceOf(reason, 'en')}`);
  const isNamed = answer.status === 'impossible';
  sayVerdict(`${name}: the reason in less than 50 ms`, `${milliseconds.toFixed(1)} ms`, isNamed && milliseconds < 50);
}

console.log(`${describeMachine()} · ${runs} runs`);
const { answer, milliseconds } = time(instance());
const { rows } = answer.timetable;
const { figures } = answer;
const left = (wish) => figures.terms.find(({ term }) => term === wish)?.count;
const conflicts = checkTimetable({ ...instance(), timetable: { rows } }).length;
console.log(
  `${rows.length} rows, ${figures.hearings} hearings, ${left('same_day')} on a day on which the group has heard another`,
);
sayVerdict('no conflict', `${conflicts}`, conflicts === 0);
sayVerdict('18 different rooms in all', `${left('rooms')}`, left('rooms') === 18);
sayVerdict('a timetable in less than 50 ms', `${milliseconds.toFixed(1)} ms`, milliseconds < 50);
sayReasons('a witness of too few half-days', instance({ T7: 'S2 S4 S6' }));
sayReasons('a room of too few seats', instance({}, 8));

const before = { rows: rows.map((row) => ({ ...row, source: { file: 'instance' } })), today: '2026-11-02' };
const heard = (list) =>
  new Set(
    list.filter(({ kind }) => kind === 'hearing').map((row) => `${row.group} ${row.witnesses[0]} ${row.session}`),
  );
const kept = heard(rows);
/** Hearings that move where a witness is lost for a session; `undefined` where there is no timetable without it. */
function movedWithout(id, session) {
  const left = AVAILABLE[id].split(' ').filter((other) => other !== session);
  const { answer: repaired, milliseconds: needed } = time({ ...instance({ [id]: left.join(' ') }), before });
  if (repaired.status === 'impossible') return undefined;
  return { moved: [...heard(repaired.timetable.rows)].filter((hearing) => !kept.has(hearing)).length, needed };
}
const cases = [...kept].flatMap((hearing) => {
  const [, id, session] = hearing.split(' ');
  const found = movedWithout(id, session);
  return found === undefined ? [] : [{ id, ...found }];
});
for (const count of new Set(cases.map(({ moved }) => moved).toSorted((a, b) => a - b)))
  console.log(
    `a half-day less, ${count} moved: ${cases.filter(({ moved }) => moved === count).length} of ${kept.size} hearings`,
  );
const fewest = Math.min(...cases.filter(({ id }) => id === 'T1').map(({ moved }) => moved));
sayVerdict('T1 takes back a half-day: 1 hearing moved', `${fewest}`, fewest === 1);
const slowest = Math.max(...cases.map(({ needed }) => needed));
sayVerdict('any repair in less than 50 ms', `${slowest.toFixed(1)} ms at most`, slowest < 50);
