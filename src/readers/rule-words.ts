import type { RoleKind } from '../domain/role.js';
import type { RuleKind } from '../domain/rule.js';
import type { ValueWords } from './row-cells.js';

/** What rules and roles have in common bears the same words in both. */
const SHARED_WORDS = {
  together: ['together', 'ensemble'],
  at_least: ['at_least', 'au_moins', 'minimum', 'min'],
  at_most: ['at_most', 'au_plus', 'maximum', 'max'],
  not_alone: ['not_alone', 'pas_seul', 'pas seule', 'jamais seul', 'jamais seule', 'non isolé'],
  distinct: ['distinct', 'différents', 'distincte', 'distinctes', 'différente', 'différentes', 'différent'],
} as const;

/** Words of the kinds of rules, in `rules.csv`. */
export const RULE_WORDS: ValueWords<RuleKind> = {
  together: SHARED_WORDS.together,
  apart: ['apart', 'séparés', 'séparées', 'séparer', 'séparé'],
  fixed: ['fixed', 'fixe', 'fixé', 'fixée', 'fixés', 'fixées'],
  never: ['never', 'jamais'],
  at_least: SHARED_WORDS.at_least,
  at_most: SHARED_WORDS.at_most,
  not_alone: SHARED_WORDS.not_alone,
  distinct: SHARED_WORDS.distinct,
};

/** Words of the roles, in `[roles]` of `module.toml`. */
export const ROLE_WORDS: ValueWords<RoleKind> = {
  fair_share: ['fair_share', 'répartir', 'équilibre', 'équilibrer', 'réparti', 'répartie', 'part équitable'],
  ...SHARED_WORDS,
  mean: ['mean', 'moyenne', 'average'],
  spread: ['spread', 'dispersion'],
};
