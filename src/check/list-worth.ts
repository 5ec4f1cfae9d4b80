import { isLess, type Fraction } from '../domain/fraction.js';
import type { ListChange } from '../domain/list-change.js';
import type { GroupsReport } from './check-groups.js';

/** What a list is worth: fewer faults first, then fewer broken hard rules, then the score. */
export interface Worth {
  /** People in no group or in two, those whom groups lack or have too many, and groups missing or too many. */
  readonly faults: number;
  readonly hard: number;
  readonly soft: Fraction;
}

/** A change with what it does, given those before it. */
export interface Improvement {
  readonly change: ListChange;
  readonly before: GroupsReport;
  readonly after: GroupsReport;
}

/** The changes that help most. */
export interface Improvements {
  /** At most three, each the best given those before it. */
  readonly changes: readonly Improvement[];
  /** Whether every change there is was looked at each time; otherwise those of people in the worst groups. */
  readonly isExhaustive: boolean;
  /** Whether the list is proved to need none. */
  readonly isOptimal: boolean;
}

/** What a judged list is worth. */
export function worthOf({ structure, hard, soft }: GroupsReport): Worth {
  const faults = structure.map(({ rule, facts }) => {
    const amount = (key: string) => Number(facts[key]);
    if (rule === 'groups.size') return Math.max(amount('min') - amount('size'), amount('size') - amount('max'));
    return rule === 'groups.count' ? Math.abs(amount('groups') - amount('wanted')) : 1;
  });
  return { faults: faults.reduce((sum, own) => sum + own, 0), hard, soft };
}

/** Orders lists by what they are worth, the better first. */
export function compareWorth(a: Worth, b: Worth): number {
  return a.faults - b.faults || a.hard - b.hard || (isLess(a.soft, b.soft) ? -1 : isLess(b.soft, a.soft) ? 1 : 0);
}
