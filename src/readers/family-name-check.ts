import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { TableHead } from './delimited-table.js';
import { nearest } from './nearest.js';
import { ROSTER_COLUMNS, type AttributeColumn, type PersonColumn } from './roster-columns.js';

/** Looks whether anybody in a roster has a family name. */
export interface FamilyNameCheck {
  readonly add: (familyName: string, givenName: string) => void;
  /** Once all rows are read: a warning where everybody has a given name alone, with the header that may be meant. */
  readonly diagnose: () => readonly Diagnostic[];
}

export function createFamilyNameCheck({
  file,
  line,
  known,
  others,
}: TableHead<PersonColumn | AttributeColumn>): FamilyNameCheck {
  let people = 0;
  let [hasFamilyName, hasGivenName] = [false, false];
  return {
    add: (familyName, givenName) => {
      people++;
      hasFamilyName ||= familyName !== '';
      hasGivenName ||= givenName !== '';
    },
    diagnose: () => {
      if (hasFamilyName || !hasGivenName) return [];
      const words = [...ROSTER_COLUMNS.family_name, ...ROSTER_COLUMNS.name];
      const near = known.has('family_name')
        ? undefined
        : others.find(({ header }) => nearest(header, words) !== undefined);
      const place = near === undefined ? {} : { field: near.index + 1, column: near.header };
      const source = { file, line, ...place };
      return [diagnose('warning', 'roster.no-family-names', { people }, { source, suggestion: near?.header })];
    },
  };
}
