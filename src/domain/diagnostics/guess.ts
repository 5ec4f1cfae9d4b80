/** What `init --from` tells of rosters that it looks at for the first time. */
export interface GuessDiagnosticParams {
  /** The school of a whole roster, by the name of its file. */
  'guess.school': { school: string; people: number };
  /** A column says the school of everybody. */
  'guess.school-column': { people: number };
  /** A column of unknown header is taken for one of ours, whose word is `as`. */
  'guess.column': { as: string };
  /** Of several values in a cell, where it is not `|`. */
  'guess.separator': { separator: string };
  /** Wishes in several columns, the best first. */
  'guess.wish-columns': { columns: readonly string[] };
  /** The themes that people wish for, which are listed. */
  'guess.themes': { themes: readonly string[] };
  /** Wishes whose themes nobody has listed yet. */
  'guess.wishes': { themes: readonly string[]; others: number };
  'guess.groups': { people: number; groups: number; least: number; most: number };
  /** An attribute that groups usually mix. */
  'guess.balanced': { attribute: string; levels: number; people: number; of: number };
  /** One that might be mixed. */
  'guess.offered': { levels: readonly string[]; others: number };
  /** Of too many or too few values to be mixed. */
  'guess.not-offered': { attributes: readonly string[] };
  /** Tables in the module's folder that no setting names, where a roster is missing or empty; whether the settings are as `init` writes them. */
  'guess.unnamed-files': { folder: string; files: readonly string[]; paths: readonly string[]; isUntouched: boolean };
  /** Two rosters of one name: a folder cannot hold both. */
  'guess.same-name': object;
  /** A roster whose name is that of another file of the module. */
  'guess.reserved-name': object;
  /** A file of the folder that would be replaced. */
  'guess.in-the-way': object;
}
