import type { RepairDiagnosticParams } from '../../../domain/diagnostics/repair.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

const allowed = (most: number, fewest: number) =>
  `${most === 0 ? 'None may move' : `${most} may`}: give --max-moves ${fewest}, or leave it out.`;

export const repair: Catalogue<RepairDiagnosticParams> = {
  'repair.other-module': ({ known, of }) =>
    `${known === 0 ? 'Nobody' : `Only ${known} of the ${of} people`} in this list ${known > 1 ? 'are' : 'is'} in the rosters: it seems to be of another module. People are known by their ids, else by name and school.`,
  'repair.misspelt-label': ({ people }) =>
    `There is no such group, and ${counted('en', people, 'person', 'people')} in it in this list.`,
  'repair.left-in-rule': ({ name, list }) =>
    `${name} is in ${list}, but not in the rosters any more. Take the name, or the line, out.`,
  'repair.no-timetable': ({ list }) =>
    `There is no timetable.csv beside ${list}: the timetable begins anew, and nobody is told of changes. If one is out, keep the folder that has it.`,
  'repair.unpublished-label': ({ label, timetable }) =>
    `No row of ${timetable} is of ${label}: its sessions are all new. Maybe the group was called otherwise then.`,
  'repair.list-edited': () =>
    'This list was changed since brassage wrote it. Whoever was moved in it by hand is taken to have been there, and is not told.',
  'repair.too-few-moves': ({ most, fewest }) =>
    `${counted('en', fewest, 'person has', 'people have')} to change groups at least: no fewer moves keep every size and hard rule (proved). ${allowed(most, fewest)}`,
  'repair.more-moves-found': ({ most, fewest }) =>
    `No way was found to keep every size and hard rule with fewer than ${counted('en', fewest, 'person', 'people')} moved. ${allowed(most, fewest)}`,
  'repair.impossible': () =>
    'No groups of these sizes keep every hard rule, whoever moves (proved). Run plan to see which lines forbid it.',
  'repair.none-found': () =>
    'No groups were found that keep every hard rule, whoever moves; that there are none is not proved. Run plan to see which rules are in the way.',
  'repair.cut': () =>
    'The search was stopped before groups were found that keep every size and hard rule. Give it more time.',
};
