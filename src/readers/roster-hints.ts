import { fold } from '../domain/fold.js';
import { isGenderWord } from '../domain/gender-words.js';
import type { AttributeColumn, PersonColumn } from './roster-columns.js';

/** What a header or its cells suggest that a column is, for columns whose header is none of ours. */
export interface ColumnHint {
  readonly key: PersonColumn | AttributeColumn;
  /** On the folded header, see `foldHeader`. */
  readonly header?: RegExp;
  /** Whether its filled cells may be that. */
  readonly fits: (values: readonly string[]) => boolean;
  /** Whether the cells alone say so, whatever the header; they differ then. */
  readonly isPlain?: boolean;
}

const isMail = (value: string) => /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/.test(value);
const most = (values: readonly string[], test: (value: string) => boolean) =>
  values.length > 0 && values.filter(test).length >= 0.8 * values.length;
const anything = () => true;
/** Ids rather than sentences. */
const areShort = (values: readonly string[]) => values.every((value) => value.length <= 24);
/** Of a few kinds, each held by several. */
const isShared = (values: readonly string[]) => new Set(values.map(fold)).size * 2 <= values.length + 1;
const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

/** The surest first; each key is given to one column at most. */
export const ROSTER_HINTS: readonly ColumnHint[] = [
  { key: 'email', fits: (values) => most(values, isMail), isPlain: true },
  { key: 'name', header: /^nom.*prenom|^prenom.*nom$|fullname/, fits: anything },
  { key: 'given_name', header: /prenom|givenname|firstname|forename/, fits: anything },
  {
    key: 'family_name',
    header:
      /^nom(?:d?usage|usuel|denaissance|patronymique|(?:de)?(?:l)?(?:eleve|etudiant|stagiaire))?$|lastname|familyname|surname/,
    fits: (values) => !most(values, isMail),
  },
  {
    key: 'id',
    header:
      /matricule|identifiant|^(?:n|no|num|numero|code|ref|reference)(?:d|de)?(?:l)?(?:eleve|etudiant|stagiaire|agent|dossier)?$|(?:student|pupil|person)(?:id|no|number)|^ine$/,
    fits: isUnique,
  },
  {
    key: 'gender',
    header: /civilite|sexe|gender|genre|^(?:hf|fh|mf|fm|titre|title)$/,
    fits: (values) => values.length > 0 && values.every(isGenderWord),
    isPlain: true,
  },
  { key: 'internships', header: /^(?!.*origine).*(?:stage|structure|accueil|internship|placement)/, fits: anything },
  { key: 'route', header: /concours|voie|admission|recrutement|entrance|route/, fits: isShared },
  { key: 'region', header: /^(?!.*(?:ecole|etablissement|school)).*(?:region|origine|provenance)/, fits: isShared },
  { key: 'wishes', header: /^(?:voeux?|souhaits?|choix|preferences?|wish(?:es)?|themes?souhaites?)$/, fits: anything },
  { key: 'observed', header: /themes?observ|observedthemes?/, fits: anything },
  { key: 'absent', header: /absen|indispo|unavailab/, fits: areShort },
  { key: 'school', header: /ecole|etablissement|school|institution/, fits: isShared },
];
