import type { RoleDiagnosticParams } from '../../../domain/diagnostics/role.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

const people = (count: number) => counted('en', count, 'person', 'people');
/** Where the second of two opposed wishes stands. */
const by = (lines: string) =>
  lines === '' ? '' : ` (${lines.includes(',') ? 'lines' : 'line'} ${lines} of the rules)`;

/** Sentences about roles, in English. */
export const role: Catalogue<RoleDiagnosticParams> = {
  'role.count-missing': ({ role: kind }) => `The role ${kind} needs a number of people per group, as in "${kind} 2".`,
  'role.unweighted': ({ attribute }) =>
    `No weight is given to ${attribute}, which has a role: give it one in [balance] (or in --balance), 0 to leave it out.`,
  'role.twice': ({ first }) => `Its roles are given under "${first}" already. Put them on one line: ["…", "…"].`,
  'role.not-of-a-level': ({ role: kind, attribute }) =>
    `The role ${kind} is about all the numbers of an attribute: give it to ${attribute}, not to one of its values.`,
  'role.not-a-number': ({ role: kind, attribute }) =>
    `The role ${kind} needs numbers in ${attribute}, such as 12 or 12.5; an empty cell counts as the mean.`,
  'role.ambiguous-number': ({ attribute }) =>
    `A comma and a point in one number of ${attribute}: it can be read in two ways. Write it without a thousands separator.`,
  'role.several-numbers': ({ role: kind, attribute, name }) =>
    `${name} has several values of ${attribute}, and the role ${kind} takes one number per person.`,
  'role.more-numbers': ({ attribute, count }) =>
    `${counted('en', count, 'more cell', 'more cells')} of ${attribute} ${count === 1 ? 'is' : 'are'} no single number.`,
  'role.missing-numbers': ({ attribute, people: some, of }) =>
    `${people(some)} of ${of} ${some === 1 ? 'has no number' : 'have no number'} for ${attribute}, and ${some === 1 ? 'counts' : 'count'} as the mean.`,
  'role.not-a-list': () =>
    'Attributes and their roles were expected, such as language=together,school=INET=at_least 2.',
  'roles.shared-not-alone': ({ attribute, example, levels, lines }) =>
    `Nobody is to be alone with these values of ${attribute}${by(lines)}, and fair share, below 2 per group, spreads them one by one: ${levels.join(', ')}. The two oppose each other. Maybe "${example}" = "not_alone" in [roles], in place of fair share.`,
  'roles.shared-together': ({ attribute, example, levels, lines }) =>
    `These values of ${attribute} are to be together${by(lines)}, and fair share spreads them over all groups: ${levels.join(', ')}. The two oppose each other. Maybe "${example}" = "together" in [roles], in place of fair share.`,
  'roles.distinct-gathered': ({ attribute, example, levels, lines, gathered }) =>
    `No two people of a group are to hold the same of these values of ${attribute}, and yet ${gathered === 'together' ? 'they are to be together' : 'nobody is to be alone with one'}${by(lines)}: ${levels.join(', ')}. Keep one of the two for "${example}" and the others.`,
  'roles.least-above-most': ({ attribute, example, levels, lines, least, most }) =>
    `Every group is to have at least ${least} and at most ${most} of a value of ${attribute}${by(lines)}: ${levels.join(', ')}. Keep one of the two for "${example}".`,
};
