import type { Module } from '../domain/module.js';
import { compareText } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import type { Cohort } from '../domain/roster.js';
import { compileBalance, shareUnit, type LevelInput } from './balance.js';
import { findColumns } from './columns.js';
import { findBalanceOptimum, type BalanceOptimum } from './constructions/balance-optimum.js';
import { createThemesFirst } from './constructions/themes-first.js';
import { createMix, type Mix } from './mix/mix.js';
import { createPartnerFinder, type Partners } from './mix/partners.js';
import { findRests } from './mix/rests.js';
import { mergeSizes } from './merged-problem.js';
import type { Random } from './random.js';
import { columnsOf, compileAims, compileSums, sharedCohort, steerTogether, unitWith } from './roles.js';
import { compileMeetings, type Meetings } from './meetings.js';
import { compileRules } from './rules.js';
import { createCountModel } from './terms/count-term.js';
import { createMeetingModel } from './terms/meeting-term.js';
import { createPairModel, type Clique } from './terms/pair-term.js';
import { createPlacementModel, type PlacementLayer } from './terms/placement-term.js';
import { createSumModel } from './terms/sum-term.js';
import type { TermModel } from './terms/term.js';
import { compileWishes, type GroupLayer } from './wishes.js';

/** What terms are made from: their data, for whoever states the problem in another form than the search's. */
export interface TermParts {
  readonly counts: readonly LevelInput[];
  readonly cliques: readonly Clique[];
  /** Costs by person and group. */
  readonly layers: readonly PlacementLayer[];
}

/** A module compiled to numbers, built once: person p, group g, level l are indices into typed arrays. */
export interface Problem {
  readonly peopleCount: number;
  readonly groupSizes: Int32Array;
  /** By person: cohort order, which does not depend on the order of rows. */
  readonly participants: Cohort['participants'];
  /** The groups by index: ordered by label, which does not depend on the order of the themes file. */
  readonly groups: readonly Group[];
  /** Terms that must be at their least for a solution to be valid, and the terms to minimise then. */
  readonly hard: readonly TermModel[];
  readonly soft: readonly TermModel[];
  readonly parts: { readonly hard: TermParts; readonly soft: TermParts };
  /** Who has met whom before, which `parts` does not hold; absent where nobody has, or it does not matter. */
  readonly meetings?: Meetings;
  /** Whether soft terms sum numbers, which `parts` does not hold. */
  readonly hasSums: boolean;
  /** Terms that show a search the way where the soft terms are flat; no part of any score. */
  readonly guides: readonly TermModel[];
  /** No assignment scores less. */
  readonly hardBound: number;
  readonly softBound: number;
  /** Soft penalties are in units of 1/unit of a weighted squared deviation, `base` (in units too, a fraction) left out. */
  readonly unit: number;
  /** Whether the first soft term is the balance of attributes. */
  readonly isBalanced: boolean;
  /** The best balance where it is known by construction, see {@link findBalanceOptimum}. */
  readonly balanceOptimum?: BalanceOptimum;
  /** Draws a start that settles places first, see {@link createThemesFirst}; absent where places matter little. */
  readonly themesFirst?: (random: Random) => Int32Array;
  /** People that hard `together` rules tie, where a group can hold them; each at most in one cluster. */
  readonly clusters: readonly (readonly number[])[];
  /** The problem with groups of one size merged, see {@link mergeSizes}; absent where that would not help. */
  readonly merged?: Problem;
  /** The balance of attributes by itself: the first soft term where there is anything to balance. */
  readonly mix: Mix;
  /** Draws people who differ from somebody in one balanced attribute at most; `undefined` where nothing is balanced. Made when first asked for. */
  readonly partners: () => Partners | undefined;
}

/** Whether nothing but the balance of attributes is asked for. */
export function isMixAlone({ isBalanced, hard, soft }: Problem): boolean {
  return isBalanced && hard.length === 0 && soft.length === 1;
}

/**
 * Compiles a module: fair shares and other roles into count tables and sums, rules into count, pair and placement terms, wishes into placement.
 *
 * @param isStarted whether groups are to be formed from nothing: else what helps to find a first assignment is left out
 * @throws ProblemTooLarge when weights × people could overflow 2^53.
 */
export function compileProblem(module: Module, isStarted = true): Problem {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const people = module.cohort.participants;
  const groupSizes = Int32Array.from(groups, (group) => group.size);
  const shared = sharedCohort(module);
  const columns = findColumns(shared, module.balance);
  const numbers = columnsOf(module);
  const unit = unitWith(numbers, groupSizes, shareUnit(columns, groupSizes, people.length));
  const balance = compileBalance(columns, groupSizes, people.length, unit);
  const aims = compileAims(module, unit);
  const sums = compileSums(numbers, groupSizes, unit);
  const rules = compileRules(module, unit);
  const wishes = compileWishes(module, unit);
  const met = compileMeetings(module, unit);
  const meetings = met === undefined || met.price === 0 ? undefined : met;

  const counts = (input: LevelInput) => (input.levelCount === 0 ? [] : [createCountModel({ groupSizes, ...input })]);
  const placements = (layers: typeof rules.hard.layers) => {
    if (layers.length === 0) return [];
    const { placeOf, representatives } = placesOf(groups, rules.namedGroups);
    const costed = layers.map(({ origin, costOf }) => ({
      origin,
      costOf: (person: number, place: number) => costOf(person, representatives[place]),
    }));
    return [
      createPlacementModel({
        peopleCount: people.length,
        groupSizes,
        placeOf,
        placeCount: representatives.length,
        layers: costed,
      }),
    ];
  };
  const costOf = (layers: typeof rules.hard.layers) => (p: number, group: number) =>
    layers.reduce((sum, layer) => sum + layer.costOf(p, groups[group]), 0);
  const pairs = (cliques: typeof rules.hard.cliques) =>
    cliques.length === 0 ? [] : [createPairModel(people.length, groupSizes, cliques)];

  const hard = [...counts(rules.hard.levels), ...pairs(rules.hard.cliques), ...placements(rules.hard.layers)];
  const mix = createMix(balance, groupSizes);
  const balanceOptimum = findBalanceOptimum(balance, groupSizes, mix.profiles.profileOf);
  const soft = [
    ...counts(balance).map((model) => ({ ...model, bound: Math.max(model.bound, balanceOptimum?.penalty ?? 0) })),
    ...counts(aims),
    ...(sums.length === 0 ? [] : [createSumModel(groupSizes, sums)]),
    ...counts(rules.soft.levels),
    ...pairs(rules.soft.cliques),
    ...(meetings === undefined ? [] : [createMeetingModel(meetings, groupSizes)]),
    ...placements([...rules.soft.layers, ...wishes]),
  ];
  const byGroup = (layers: readonly GroupLayer[]) =>
    layers.map(({ origin, costOf }) => ({ origin, costOf: (p: number, group: number) => costOf(p, groups[group]) }));
  const parts = {
    hard: { counts: [rules.hard.levels], cliques: rules.hard.cliques, layers: byGroup(rules.hard.layers) },
    soft: {
      counts: [balance, aims, rules.soft.levels],
      cliques: rules.soft.cliques,
      layers: byGroup([...rules.soft.layers, ...wishes]),
    },
  };
  const problem: Problem = {
    peopleCount: people.length,
    groupSizes,
    participants: people,
    groups,
    hard,
    soft,
    parts,
    ...(meetings === undefined ? {} : { meetings }),
    hasSums: sums.length > 0,
    guides: counts(steerTogether(module, aims)).map((model) => ({ ...model, bound: 0 })),
    hardBound: hard.reduce((sum, term) => sum + term.bound, 0),
    softBound: soft.reduce((sum, term) => sum + term.bound, 0),
    unit,
    isBalanced: balance.levelCount > 0,
    clusters: rules.clusters,
    mix,
    partners: partnersOf(mix),
  };
  if (!isStarted) return problem;
  const softLayers = [...rules.soft.layers, ...wishes];
  const themesFirst =
    softLayers.length === 0
      ? undefined
      : createThemesFirst({
          balance,
          groupSizes,
          profileOf: mix.profiles.profileOf,
          placeOf: placesOf(groups, rules.namedGroups).placeOf,
          softCost: costOf(softLayers),
          hardCost: costOf(rules.hard.layers),
        });
  if (themesFirst !== undefined) return { ...problem, themesFirst };
  const whole: Problem = balanceOptimum === undefined ? problem : { ...problem, balanceOptimum };
  const isBalanceAll = hard.length === 0 && soft.length === 1;
  if (balanceOptimum !== undefined && isBalanceAll) return whole;
  const merged = mergeSizes(problem, {
    balance,
    hardLevels: rules.hard.levels,
    hardCliques: rules.hard.cliques,
    hardLayers: parts.hard.layers,
  });
  return { ...whole, ...(merged === undefined ? {} : { merged }) };
}

function partnersOf(mix: Mix): Problem['partners'] {
  let partners: Partners | undefined;
  return () => {
    if (partners === undefined && mix.attributeCount > 0) {
      const rests = Array.from({ length: mix.attributeCount }, (_, attribute) => findRests(mix, attribute));
      const everyone = Int32Array.from({ length: mix.peopleCount }, (_, p) => p);
      partners = createPartnerFinder(mix, rests, everyone)(0, mix.peopleCount);
    }
    return partners;
  };
}

/** Groups of one strand are one place, unless a rule names a group of it. */
function placesOf(
  groups: readonly Group[],
  named: ReadonlySet<string>,
): { placeOf: Int32Array; representatives: readonly Group[] } {
  const places = new Map<string, number>();
  const representatives: Group[] = [];
  const placeOf = Int32Array.from(groups, (group) => {
    const key = named.has(group.label) ? `group\0${group.label}` : `strand\0${group.theme}\0${group.strand}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    representatives.push(group);
    places.set(key, places.size);
    return places.size - 1;
  });
  return { placeOf, representatives };
}
