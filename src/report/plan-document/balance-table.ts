import type { AttributeFigure } from '../../check/attribute-figure.js';
import type { GroupsReport } from '../../check/check-groups.js';
import { isOptimal, type Certificate } from '../../domain/certificate.js';
import { toNumber } from '../../domain/fraction.js';
import type { Language } from '../../domain/settings.js';
import { wordsOf } from '../words.js';

/** People of one group who hold one level, against its fair share. */
export interface BalanceCell {
  readonly count: number;
  /** Holders in the cohort × people of the group / people in all. */
  readonly share: number;
  /** Whether the count is the floor or the ceiling of the share. */
  readonly isFair: boolean;
}

export interface BalanceLevel {
  readonly level: string;
  /** People of the cohort who hold it. */
  readonly holders: number;
  /** Whether it is to have its fair share; else it has another role, and its counts are neither fair nor unfair. */
  readonly isShared: boolean;
  /** By group, in group order. */
  readonly cells: readonly BalanceCell[];
}

/** How the levels of one attribute lie over the groups. */
export interface BalanceTable {
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  /** Sum of squared deviations from fair share, and the least that groups of these sizes can have; absent where that is not known. */
  readonly deviation: number;
  readonly least?: number;
  /** Whether no groups of these sizes deviate less, proved. */
  readonly isOptimal: boolean;
  /** The most held first. */
  readonly levels: readonly BalanceLevel[];
}

/** The mix, attribute by attribute; those that nobody has are left out. */
export function describeBalance(
  { attributes, sizes }: Pick<GroupsReport, 'attributes' | 'sizes'>,
  certificate: Certificate | undefined,
  people: number,
  language: Language,
): readonly BalanceTable[] {
  return attributes
    .filter(({ levels }) => levels.length > 0)
    .map((figure) => {
      const certified = certificate?.attributes.find(({ key }) => key === figure.key);
      return {
        key: figure.key,
        name: wordsOf(language).attribute(figure.key, figure.label),
        weight: figure.weight,
        deviation: toNumber(figure.deviation),
        ...(certified === undefined ? {} : { least: toNumber(certified.bound) }),
        isOptimal: certified !== undefined && isOptimal(certified),
        levels: describeLevels(figure, sizes, people),
      };
    });
}

function describeLevels(
  { levels, holders, counts, isShared }: AttributeFigure,
  sizes: readonly number[],
  people: number,
): readonly BalanceLevel[] {
  return levels
    .map((level, index) => ({
      level,
      holders: holders[index],
      isShared: isShared[index],
      cells: sizes.map((size, group) => {
        const count = counts[group][index];
        const off = count * people - holders[index] * size;
        return { count, share: (holders[index] * size) / Math.max(people, 1), isFair: Math.abs(off) < people };
      }),
    }))
    .toSorted((a, b) => b.holders - a.holders);
}
