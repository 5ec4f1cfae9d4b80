import type { GroupDiagnosticParams } from '../../../domain/diagnostics/group.js';
import type { Catalogue } from '../catalogue.js';
import { asWord } from '../place.js';
import { counted } from '../plural.js';
import { sizesFor } from '../sizes.js';

const people = (count: number) => counted('en', count, 'person', 'people');
const groups = (count: number) => counted('en', count, 'group', 'groups');
const range = (min: number, max: number) => (min === max ? String(min) : `${min} to ${max}`);

/** The first few of a list, and how many more there are. */
const listed = (names: readonly string[], others: number) =>
  `${names.join(', ')}${others === 0 ? '' : ` and ${counted('en', others, 'other', 'others')}`}`;

const isSeveral = (lines: string) => lines.includes(',');
const linesNamed = (lines: string) => `${isSeveral(lines) ? 'lines' : 'line'} ${lines}`;

export const group: Catalogue<GroupDiagnosticParams> = {
  'file.unreadable': ({ reason }) =>
    ({
      missing: 'There is no such file. Check the name in module.toml or in the command.',
      'is-directory': 'This is a folder; a file was expected.',
      'not-readable':
        'The file cannot be read; check its permissions, and that no other program, such as Excel, holds it open.',
      changing:
        'The file changed while it was read. Wait until nothing writes it any more, then run the command again.',
      'too-large': 'The file is larger than 1 GiB: that is no table of people.',
    })[reason],
  'folder.missing': ({ folder, makes }) =>
    `There is no folder ${folder}.${makes === '' ? '' : makes === 'init' ? ` To make one: brassage init ${asWord(folder)}` : ' brassage plan makes the folder of a plan.'}`,
  'groups.no-size': () =>
    'How large are the groups? Give [groups] size or count in module.toml, or --size 9..10, or --count 16.',
  'groups.size-impossible': ({ people: all, min, max, below, above }) =>
    `${people(all)} cannot be divided into groups of ${range(min, max)}: ${below > 0 ? `${groups(below)} ${below === 1 ? 'holds' : 'hold'} at most ${below * max}, and ` : ''}${groups(above)} ${above === 1 ? 'needs' : 'need'} at least ${above * min}. Maybe sizes ${sizesFor(all, above)} (${groups(above)})${below > 0 ? ` or ${sizesFor(all, below)} (${groups(below)})` : ''}.`,
  'groups.count-impossible': ({ people: all, groups: count, min, max }) =>
    `${groups(count)} of the asked sizes hold ${range(min, max)} people, and there ${all === 1 ? 'is' : 'are'} ${all}.`,
  'groups.more-than-people': ({ people: all, groups: count }) =>
    `${groups(count)} for ${people(all)}: some would be empty.`,
  'groups.count-mismatch': ({ strands, settings }) =>
    `The themes ask for ${groups(strands)} at least, the settings for ${settings}. Maybe drop one of the two.`,
  'balance.unknown': ({ attribute, known }) =>
    `No roster has the attribute "${attribute}" to balance; they have: ${known}.`,
  'balance.single-level': ({ attribute, level }) =>
    `Everybody has the same ${attribute} ("${level}"): there is nothing to mix.`,
  'balance.missing-values': ({ attribute, people: some, of }) =>
    `${people(some)} of ${of} ${some === 1 ? 'has no' : 'have no'} ${attribute}: ${some === 1 ? 'counted' : 'they count'} as holding none.`,
  'balance.fewer-than-groups': ({ attribute, levels, otherLevels, groups: count }) =>
    `Fewer people than ${groups(count)} have these values of ${attribute}, so some groups will have none: ${listed(levels, otherLevels)}.`,
  'impossible.at-least': ({ who, wanted, groups: count, needed, holders }) =>
    `At least ${wanted} of ${who} in each of ${groups(count)} needs ${needed} people; there ${holders === 1 ? 'is' : 'are'} ${holders}.`,
  'impossible.group-too-small': ({ who, wanted, group: label, size }) =>
    `At least ${wanted} of ${who} in every group, and the group ${label} holds only ${people(size)}.`,
  'impossible.at-most': ({ who, wanted, groups: count, room, holders }) =>
    `At most ${wanted} of ${who} in each of ${groups(count)} leaves room for ${room}; there are ${holders}.`,
  'impossible.not-alone': ({ who }) => `${who} is held by one person only, who is alone in any group.`,
  'impossible.apart': ({ who, people: all, groups: count }) =>
    `${people(all)} are to be apart (${who}), and there are only ${groups(count)}.`,
  'impossible.apart-clique': ({ names, people: all, groups: count, lines }) =>
    `${people(all)} are to be apart from one another (${names}) by ${linesNamed(lines)} together, and there ${count === 1 ? 'is only' : 'are only'} ${groups(count)}.`,
  'impossible.apart-placed': ({ names, people: all, groups: labels, lines }) =>
    `${people(all)} are to be apart from one another (${names}), and may only be in ${groups(labels.length)} (${labels.join(', ')}), by ${linesNamed(lines)} together.`,
  'impossible.together': ({ who, people: all, largest, lines }) =>
    `${people(all)} are to be together (${who})${isSeveral(lines) ? ` by ${linesNamed(lines)}` : ''}, and the largest group holds ${largest}.`,
  'impossible.together-and-apart': ({ first, second, lines }) =>
    `${first} and ${second} are to be apart here, and together by ${linesNamed(lines)}.`,
  'impossible.together-nowhere': ({ names, people: all, lines }) =>
    `${people(all)} are to be together (${names}), and no group is left that may hold them all, by ${linesNamed(lines)} together.`,
  'impossible.fixed': ({ target, people: all, seats, lines }) =>
    `${people(all)} are fixed to ${target}, which holds ${seats} (${linesNamed(lines)}).`,
  'impossible.nowhere': ({ person, lines }) =>
    `${person} may be in no group: ${isSeveral(lines) ? `the rules of ${linesNamed(lines)} together exclude` : `the rule of ${linesNamed(lines)} excludes`} them all.`,
  'impossible.rules': ({ lines, rules, groups: count, smallest, largest, isMinimal }) => {
    const written = `${rules.join('; ')}${lines.split(', ').length > rules.length ? '; …' : ''}`;
    const where = `${groups(count)} of ${range(smallest, largest)}`;
    return isSeveral(lines)
      ? `The rules of ${linesNamed(lines)} (${written}) cannot all be kept in ${where}${isMinimal ? '; any fewer of them can' : ''}.`
      : `The rule of ${linesNamed(lines)} (${written}) cannot be kept in ${where}.`;
  },
  'columns.private': ({ columns }) =>
    `Nothing needs ${columns.join(', ')}: better delete ${columns.length === 1 ? 'this column' : 'these columns'} from what lies here.`,
  'columns.unmet': () => 'No file has a column of this header (spaces, accents and capitals left aside).',
  'school.unknown': ({ rosters }) =>
    `${counted('en', rosters, 'roster', 'rosters')}, and no school: the schools will not be mixed. Give --roster SCHOOL=FILE, or a school column.`,
  'balance.school-lacks': ({ attribute, school, people: some }) =>
    `None of the ${people(some)} of ${school} has a value of ${attribute}. If a column of theirs holds it under another header, say so in [columns] of module.toml.`,
  'balance.no-common-level': ({ attribute, first, second, levels, others }) =>
    `${first} writes ${attribute} as ${levels.join(', ')}, ${second} as ${others.join(', ')}: no value in common, so each is mixed for itself. If they mean the same, write them alike.`,
  'absences.unused': ({ people: some }) =>
    `The rosters name absences of ${people(some)}: without a timetable they serve no purpose.`,
  'search.time-limit': () =>
    'The time limit came before groups were found that keep every hard rule. Give more time; still broken were:',
  'search.none': () =>
    'No list keeps all hard rules: proved by branch and bound, though no smaller set of lines is known to be the reason. Run without --prove to see which rules the best list breaks.',
  'rule.broken': ({ kind, who, units, groups: labels, otherGroups, people: names, otherPeople }) => {
    const where = listed(labels, otherGroups);
    const concerned = names.length === 0 ? '' : ` (${listed(names, otherPeople)})`;
    return `The rule ${kind} (${who}) could not be kept together with the others: ${counted('en', units, 'violation', 'violations')}, in ${where}${concerned}. Maybe give it a weight, or remove it.`;
  },
  'list.twice': ({ person, first, second }) =>
    first === second
      ? `${person} stands twice in ${first}. Remove one of the two lines.`
      : `${person} is in two groups: ${first} and ${second}. Remove one of the two lines.`,
  'list.missing': ({ people: some, of, names }) =>
    `${some} of ${people(of)} ${some === 1 ? 'is' : 'are'} in no group: ${names.join(', ')}${some > names.length ? ', …' : ''}.`,
  'list.strangers': ({ people: some, names }) =>
    `${people(some)} of this list ${some === 1 ? 'is' : 'are'} not in the rosters any more, and left out: ${names.join(', ')}${some > names.length ? ', …' : ''}.`,
  'pseudonyms.no-id': ({ people: some, of }) =>
    `${some} of ${people(of)} in this roster ${some === 1 ? 'has' : 'have'} no id, and --pseudonyms leaves the names out. Give everybody an id, or leave --pseudonyms out.`,
};
