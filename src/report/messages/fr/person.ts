import type { PersonDiagnosticParams, PersonDoubt } from '../../../domain/diagnostics/person.js';
import type { Catalogue } from '../catalogue.js';

const RAISONS: Readonly<Record<PersonDoubt, (other: string) => string>> = {
  'other-name': (other) => `dont c’est l’identifiant, alors que le nom à côté est celui de ${other}`,
  'name-differs': () => 'dont c’est l’identifiant, alors que le nom à côté est tout autre',
  'other-school': () => 'qui seul porte ce nom, mais dans une autre école',
  'unknown-id': () => 'qui seul porte ce nom, mais avec un autre identifiant',
  zeros: () => 'dont l’identifiant n’en diffère que par des zéros',
  'left-out': () => 'seul dont ce soit le nom si une partie manque ou a été ajoutée',
  initials: () => 'seul à porter ce nom avec ces initiales',
  slip: () => 'seul dont le nom soit aussi proche',
  namesake: () => 'seul de ce nom qu’aucune autre ligne ne désigne avec certitude',
};

export const person: Catalogue<PersonDiagnosticParams> = {
  'person.in-doubt': ({ person: name, doubt, other }) => `Compris comme ${name}, ${RAISONS[doubt](other)}.`,
  'person.taken': ({ person: name, otherLine }) =>
    `Ce ne pourrait être que ${name}, que la ligne ${otherLine} désigne avec certitude. Écrivez l’identifiant.`,
  'person.two-rows': ({ person: name, otherLine }) =>
    `${name} a déjà été reconnu à la ligne ${otherLine}, et l’une des deux est douteuse. Écrivez les identifiants.`,
};
