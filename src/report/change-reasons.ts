import type { ChangeReason, GroupChange } from '../domain/group-change.js';
import { participantName } from '../domain/participant.js';
import type { Rule } from '../domain/rule.js';
import type { Language } from '../domain/settings.js';
import { counted } from './messages/plural.js';
import { shortPlace } from './messages/place.js';
import { wordsOf } from './words.js';

/** What the reasons of changes rest on. */
export interface ReasonContext {
  /** All of them: who is exchanged for whom is found here. */
  readonly changes: readonly GroupChange[];
  /** The module's, as the reasons number them. */
  readonly rules: readonly Rule[];
  readonly language: Language;
  /** Call people by their ids. */
  readonly pseudonyms: boolean;
}

/** The clauses that say why, each to stand after "because" or alone; of those who came or left it is all there is to say. */
interface ReasonWords {
  readonly left: string;
  readonly joined: string;
  readonly dissolved: (from: string) => string;
  readonly rule: (line: string, kind: string) => string;
  readonly tooMany: (from: string, people: number, most: number) => string;
  readonly tooFew: (to: string, people: number, least: number) => string;
  readonly swap: (other: string) => string;
  readonly comes: (other: string, to: string) => string;
  readonly goes: (other: string, from: string) => string;
  readonly moves: (other: string, from: string, to: string) => string;
  readonly exchange: string;
  readonly mix: string;
}

const WORDS: Readonly<Record<Language, ReasonWords>> = {
  en: {
    left: 'is not in the rosters any more',
    joined: 'was in no group before',
    dissolved: (from) => `${from} is no more`,
    rule: (line, kind) => `staying would break ${line} (${kind})`,
    tooMany: (from, people, most) => `${from} would have ${counted('en', people, 'person', 'people')}, at most ${most}`,
    tooFew: (to, people, least) => `${to} would have ${counted('en', people, 'person', 'people')}, at least ${least}`,
    swap: (other) => `it is an exchange with ${other}`,
    comes: (other, to) => `${other} comes to ${to}`,
    goes: (other, from) => `${other} leaves ${from}`,
    moves: (other, from, to) => `${other} goes from ${from} to ${to}`,
    exchange: 'it is part of an exchange',
    mix: 'the mix is better so',
  },
  fr: {
    left: 'n’est plus dans les listes',
    joined: 'n’était dans aucun groupe',
    dissolved: (from) => `${from} n’existe plus`,
    rule: (line, kind) => `rester enfreindrait ${line} (${kind})`,
    tooMany: (from, people, most) =>
      `${from} aurait ${counted('fr', people, 'personne', 'personnes')}, ${most} au plus`,
    tooFew: (to, people, least) => `${to} aurait ${counted('fr', people, 'personne', 'personnes')}, ${least} au moins`,
    swap: (other) => `c’est un échange avec ${other}`,
    comes: (other, to) => `${other} arrive dans ${to}`,
    goes: (other, from) => `${other} quitte ${from}`,
    moves: (other, from, to) => `${other} passe de ${from} à ${to}`,
    exchange: 'cela fait partie d’un échange',
    mix: 'le mélange y gagne',
  },
};

/** Makes what says in a clause why somebody changed groups. Nothing in it is escaped: terminals need `visible`. */
export function createReasonTeller(context: ReasonContext): (change: GroupChange) => string {
  const { changes, rules, language, pseudonyms } = context;
  const words = WORDS[language];
  const changeOf = new Map(changes.flatMap((change) => (change.person ? [[change.person.key, change]] : [])));
  const tell = (from: string, to: string, reason: ChangeReason): string => {
    switch (reason.kind) {
      case 'dissolved':
        return words.dissolved(from);
      case 'rule': {
        const { kind, source } = rules[reason.rule];
        return words.rule(shortPlace(source), wordsOf(language).ruleKind(kind));
      }
      case 'too-many':
        return words.tooMany(from, reason.people, reason.most);
      case 'too-few':
        return words.tooFew(to, reason.people, reason.least);
      case 'exchange': {
        const other = changeOf.get(reason.other);
        return other === undefined ? words.exchange : exchangeWords(other, nameOf(other, pseudonyms), from, to, words);
      }
      default:
        return words[reason.kind];
    }
  };
  return ({ from, to, reason }) => tell(from, to, reason);
}

/** What somebody else's change has to do with the place `from` that is left, or `to` that is taken. */
function exchangeWords(other: GroupChange, name: string, from: string, to: string, words: ReasonWords): string {
  const isComing = other.to === from && from !== '';
  const isGoing = other.from === to && to !== '';
  if (isComing && isGoing) return words.swap(name);
  if (isComing || other.from === '') return words.comes(name, other.to);
  return isGoing || other.to === '' ? words.goes(name, other.from) : words.moves(name, other.from, other.to);
}

/** The name of whom a change is about, `Nom Prénom`, else the id; with `pseudonyms` the id alone, `''` where there is none. */
export function nameOf({ person, gone }: GroupChange, pseudonyms: boolean): string {
  if (pseudonyms) return (person ?? gone)?.id ?? '';
  const named = person ?? gone;
  return named === undefined ? '' : participantName(named);
}
