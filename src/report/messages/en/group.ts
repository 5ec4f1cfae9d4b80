import type { GroupDiagnosticParams } from '../../../domain/diagnostics/group.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

const people = (count: number) => counted('en', count, 'person', 'people');
const groups = (count: number) => counted('en', count, 'group', 'groups');
const range = (min: number, max: number) => (min === max ? String(min) : `${min} to ${max}`);

export const group: Catalogue<GroupDiagnosticParams> = {
  'file.unreadable': ({ reason }) =>
    ({
      missing: 'There is no such file. Check the name in module.toml or in the command.',
      'is-directory': 'This is a folder; a file was expected.',
      'not-readable': 'The file cannot be read; check its permissions.',
    })[reason],
  'groups.no-size': () =>
    'How large are the groups? Give [groups] size or count in module.toml, or --size 9..10, or --count 16.',
  'groups.size-impossible': ({ people: all, min, max, below, above }) =>
    `${people(all)} cannot be divided into groups of ${range(min, max)}: ${groups(below)} hold at most ${below * max}, and ${groups(above)} need at least ${above * min}.`,
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
  'balance.fewer-than-groups': ({ attribute, levels, groups: count }) =>
    `Fewer people than ${groups(count)} have these values of ${attribute}, so some groups will have none: ${levels.join(', ')}.`,
  'impossible.at-least': ({ who, wanted, groups: count, needed, holders }) =>
    `At least ${wanted} of ${who} in each of ${groups(count)} needs ${needed} people; there are ${holders}. Maybe at_least ${Math.floor(holders / count)}, or a weight instead of a hard rule.`,
  'impossible.group-too-small': ({ who, wanted, group: label, size }) =>
    `At least ${wanted} of ${who} in every group, and the group ${label} holds only ${people(size)}. Maybe at_least ${size}, or a weight instead of a hard rule.`,
  'impossible.at-most': ({ who, wanted, groups: count, room, holders }) =>
    `At most ${wanted} of ${who} in each of ${groups(count)} leaves room for ${room}; there are ${holders}. Maybe at_most ${Math.max(wanted + 1, Math.ceil(holders / count))}.`,
  'impossible.not-alone': ({ who }) => `${who} is held by one person only, who is alone in any group.`,
  'impossible.apart': ({ who, people: all, groups: count }) =>
    `${people(all)} are to be apart (${who}), and there are only ${groups(count)}. Maybe a weight instead of a hard rule.`,
  'impossible.together': ({ who, people: all, largest }) =>
    `${people(all)} are to be together (${who}), and the largest group holds ${largest}.`,
  'impossible.together-and-apart': ({ first, second, line }) =>
    `${first} and ${second} are to be apart here, and together by line ${line}.`,
  'impossible.fixed': ({ target, people: all, seats, lines }) =>
    `${people(all)} are fixed to ${target}, which holds ${seats} (lines ${lines}).`,
  'impossible.nowhere': ({ person, lines }) =>
    `${person} may be in no group: the rules of lines ${lines} exclude them all together.`,
  'impossible.rules': ({ lines, short }) =>
    `Each of the rules of lines ${lines} can be kept alone, but not all of them: at least ${people(short)} would be in a place that a rule forbids.`,
  'rule.broken': ({ kind, who, units, groups: where }) =>
    `The rule ${kind} (${who}) could not be kept together with the others: ${counted('en', units, 'violation', 'violations')}, in ${where}. Maybe give it a weight, or remove it.`,
};
