import type { Fraction } from './fraction.js';
import type { Module } from './module.js';

export const ROLE_KINDS = [
  'fair_share',
  'together',
  'not_alone',
  'at_least',
  'at_most',
  'distinct',
  'mean',
  'spread',
] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

/** What the mix wants of a level in every group; `mean` and `spread` are about the numbers of a whole attribute. */
export interface Role {
  readonly kind: RoleKind;
  /** People per group: for `at_least` and `at_most` alone, and always there for these. */
  readonly count?: number;
}

/** The roles of one attribute, every reference resolved. */
export interface AttributeRoles {
  /** Of every level that has none of its own. */
  readonly roles: readonly Role[];
  /** Of single levels: these stand in for the attribute's. */
  readonly levels: ReadonlyMap<string, readonly Role[]>;
  /** The number that each level is; there when the attribute has the role `mean` or `spread`. */
  readonly numbers?: ReadonlyMap<string, Fraction>;
}

/** By attribute key; an attribute that is absent has its fair share of every level. */
export type Roles = ReadonlyMap<string, AttributeRoles>;

/**
 * One thing asked beside fair share: by one role, of one level or of all levels of an attribute that have no role of their
 * own. It is priced with the attribute's weight.
 */
export interface Aim {
  readonly key: string;
  readonly weight: number;
  /** Absent: asked of the attribute. */
  readonly level?: string;
  readonly role: Role;
  /** The levels that it is asked of, each by itself; empty for `mean` and `spread`. */
  readonly levels: readonly string[];
  /** The number that each level is, for `mean` and `spread`. */
  readonly numbers?: ReadonlyMap<string, Fraction>;
}

/** Whether a role is about the sum of an attribute's numbers rather than the count of a level. */
export function isNumeric({ kind }: Role): boolean {
  return kind === 'mean' || kind === 'spread';
}

/** Whether a level is to have its fair share in every group. */
export function isShared(roles: Roles | undefined, key: string, level: string): boolean {
  return rolesOfLevel(roles, key, level).some(({ kind }) => kind === 'fair_share');
}

/** The roles of a level: its own, else its attribute's, else fair share. */
export function rolesOfLevel(roles: Roles | undefined, key: string, level: string): readonly Role[] {
  const own = roles?.get(key);
  return own === undefined ? FAIR_SHARE : (own.levels.get(level) ?? own.roles);
}

const FAIR_SHARE: readonly Role[] = [{ kind: 'fair_share' }];

/** What the roles ask beside fair share, heaviest attribute first; in it the attribute's roles, then those of its levels. */
export function aimsOf({ cohort, balance, roles }: Pick<Module, 'cohort' | 'balance' | 'roles'>): readonly Aim[] {
  return [...balance].flatMap(([key, weight]): readonly Aim[] => {
    const own = roles?.get(key);
    if (own === undefined) return [];
    const levels = cohort.attributes.find((attribute) => attribute.key === key)?.levels ?? [];
    const others = levels.filter((level) => !own.levels.has(level));
    const { numbers } = own;
    const ofAttribute = own.roles.map((role): Aim =>
      isNumeric(role)
        ? { key, weight, role, levels: [], ...(numbers === undefined ? {} : { numbers }) }
        : { key, weight, role, levels: others },
    );
    const ofLevels = levels.flatMap((level) =>
      (own.levels.get(level) ?? []).map((role): Aim => ({ key, weight, level, role, levels: [level] })),
    );
    return [...ofAttribute, ...ofLevels].filter(({ role }) => role.kind !== 'fair_share');
  });
}

/** A role as the settings write it: `at_least 2`. */
export function describeRole({ kind, count }: Role): string {
  return count === undefined ? kind : `${kind} ${count}`;
}
