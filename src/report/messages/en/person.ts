import type { PersonDiagnosticParams, PersonDoubt } from '../../../domain/diagnostics/person.js';
import type { Catalogue } from '../catalogue.js';

const REASONS: Readonly<Record<PersonDoubt, (other: string) => string>> = {
  'other-name': (other) => `whose id it is, though the name beside it is that of ${other}`,
  'name-differs': () => 'whose id it is, though the name beside it is quite another',
  'other-school': () => 'who alone is called so, though of another school',
  'unknown-id': () => 'who alone is called so, though with another id',
  zeros: () => 'whose id differs in zeros alone',
  'left-out': () => 'the only one whose name it is if a part was left out or added',
  initials: () => 'the only one with this name and these initials',
  slip: () => 'the only one whose name is that near',
  namesake: () => 'the only one of that name who is on no other line for certain',
};

export const person: Catalogue<PersonDiagnosticParams> = {
  'person.in-doubt': ({ person: name, doubt, other }) => `Taken for ${name}, ${REASONS[doubt](other)}.`,
  'person.taken': ({ person: name, otherLine }) =>
    `This could only be ${name}, whom line ${otherLine} names for certain. Write the id.`,
  'person.two-rows': ({ person: name, otherLine }) =>
    `${name} was found on line ${otherLine} already, and one of the two is in doubt. Write the ids.`,
};
