import type { GuessDiagnosticParams } from '../../../domain/diagnostics/guess.js';
import type { Catalogue } from '../catalogue.js';
import { asWord } from '../place.js';
import { counted } from '../plural.js';

const people = (count: number) => counted('en', count, 'person', 'people');
const more = (others: number) => (others === 0 ? '' : ` and ${counted('en', others, 'other', 'others')}`);

export const guess: Catalogue<GuessDiagnosticParams> = {
  'guess.school': ({ school, people: count }) =>
    `${people(count)}; the school is called ${school} after the name of the file.`,
  'guess.school-column': ({ people: count }) => `${people(count)}; a column says the school of each.`,
  'guess.column': ({ as }) => `Taken for ${as}.`,
  'guess.separator': ({ separator }) =>
    `Several values in a cell are separated by ${separator === '\n' ? 'line breaks' : separator}.`,
  'guess.wish-columns': ({ columns }) => `Wishes, the best first: ${columns.join(', ')}.`,
  'guess.themes': ({ themes }) =>
    `Themes of the wishes, listed in themes.csv: ${themes.join(', ')}. Add titles, strands and numbers of groups there.`,
  'guess.wishes': ({ themes, others }) =>
    `The rosters hold wishes (${themes.join(', ')}${more(others)}): list these themes in themes.csv and switch [themes] on, else they count for nothing.`,
  'guess.groups': ({ people: count, groups, least, most }) =>
    `${people(count)}: ${counted('en', groups, 'group', 'groups')} of ${least === most ? least : `${least} or ${most}`}.`,
  'guess.balanced': ({ levels, people: count, of }) =>
    `${counted('en', levels, 'value', 'values')}, known of ${count} of ${people(of)}`,
  'guess.offered': ({ levels, others }) => `${levels.join(', ')}${more(others)}`,
  'guess.not-offered': ({ attributes }) => `Of one value, or of too many to be mixed: ${attributes.join(', ')}.`,
  'guess.unnamed-files': ({ folder, files, paths, isUntouched }) =>
    !isUntouched
      ? `No setting names ${files.join(', ')}. If that is what is meant, name it as the file of a [[roster]] in module.toml.`
      : `No setting names ${files.join(', ')}. If these are the rosters: brassage init ${asWord(folder)} --from ${paths.map(asWord).join(' ')} writes settings that fit them.`,
  'guess.same-name': () => 'Two rosters have this name; one folder cannot hold both. Rename one of them.',
  'guess.reserved-name': () => 'The module has another file of this name. Rename the roster.',
  'guess.in-the-way': () =>
    'This file is there already, and is not replaced. Give another folder: brassage init DIR --from …',
};
