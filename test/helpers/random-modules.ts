import fc from 'fast-check';
import type { Module } from '../../src/domain/module.js';
import { RULE_KINDS, type Rule, type RuleKind } from '../../src/domain/rule.js';
import { keyOf, moduleOf, rule, toGroup, toStrand, toTheme } from './modules.js';

/** What a random module may hold. */
export interface ModuleTraits {
  /** Most people; 7 keeps exhaustion below 700 groupings. */
  readonly people?: number;
  readonly rules?: 'none' | 'hard' | 'weighted' | 'any';
  readonly kinds?: readonly RuleKind[];
  readonly wishes?: boolean;
  /** Empty cells and cells of two levels; on unless said otherwise. */
  readonly ragged?: boolean;
  readonly attributes?: { readonly min: number; readonly max: number };
  readonly equalSizes?: boolean;
  /** Roles for levels and attributes, and a column of numbers with the role `mean` or `spread`; none unless said otherwise. */
  readonly roles?: boolean;
  /** Up to three earlier modules; where rules may be of any kind unless said otherwise. */
  readonly history?: boolean;
}

const LEVEL_ROLES = [
  ['together'],
  ['not_alone'],
  ['at_least 1'],
  ['at_most 1'],
  ['distinct'],
  ['fair_share', 'at_least 2'],
];
const NUMBERS = ['', '0', '3', '7', '7,5', '12,25', '-4', '100'];

const PLACES = ['A', 'B/x', 'B/y'];

/** Small modules of every kind: uneven sizes, several-valued and missing levels, rules, wishes. */
export function modules(traits: ModuleTraits = {}): fc.Arbitrary<Module> {
  const {
    people = 7,
    rules = 'any',
    wishes = true,
    ragged = true,
    attributes = { min: 1, max: 3 },
    equalSizes = false,
    roles = false,
    history = rules === 'any',
  } = traits;
  const sizes = equalSizes
    ? fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 3 }))
        .map(([size, count]) => Array.from({ length: count }, () => size))
    : fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 });
  const fitting = sizes.filter((list) => list.reduce((sum, size) => sum + size, 0) <= people);
  return fitting.chain((list) => {
    const count = list.reduce((sum, size) => sum + size, 0);
    const cell = ragged ? fc.constantFrom('u', 'u', 'v', 'v', 'w', '', 'u|v', 'v|w') : fc.constantFrom('u', 'v', 'w');
    const column = fc.array(cell, { minLength: count, maxLength: count });
    const themes = fc.array(fc.constantFrom('', 'A', 'B', 'B/x', 'A|B', 'B/y|A', 'B|B/x|A'), {
      minLength: count,
      maxLength: count,
    });
    return fc
      .record({
        isThemed: fc.boolean(),
        columns: fc.array(column, { minLength: attributes.min, maxLength: attributes.max }),
        weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
        wishes: wishes ? themes : fc.constant([]),
        observed: wishes ? themes : fc.constant([]),
        wishWeight: fc.integer({ min: 0, max: 3 }),
        observedWeight: fc.integer({ min: 0, max: 3 }),
        roles: roles ? roleDrafts(count) : fc.constant(undefined),
        history: history ? fc.option(histories(count), { nil: undefined }) : fc.constant(undefined),
        historyWeight: fc.integer({ min: 0, max: 4 }),
        rules: rules === 'none' ? fc.constant([]) : fc.array(ruleDrafts(count, traits), { maxLength: 3 }),
      })
      .map((draft) => {
        const keys = draft.columns.map((_, index) => `attribute${index}`);
        const labelled = Object.fromEntries(list.map((size, index) => [PLACES[index], [size]]));
        return moduleOf({
          people: count,
          columns: {
            ...Object.fromEntries(draft.columns.map((cells, index) => [keys[index], cells])),
            ...(draft.roles === undefined ? {} : { number: draft.roles.numbers }),
          },
          balance: {
            ...Object.fromEntries(keys.map((key, index) => [key, draft.weights[index]])),
            ...(draft.roles === undefined ? {} : { number: draft.roles.weight }),
          },
          ...(draft.roles === undefined ? {} : { roles: draft.roles.roles }),
          ...(draft.isThemed ? { places: labelled } : { sizes: list }),
          wishes: draft.wishes,
          observed: draft.observed,
          wishWeight: draft.wishWeight,
          observedWeight: draft.observedWeight,
          ...(draft.history === undefined ? {} : { history: draft.history, historyWeight: draft.historyWeight }),
          rules: draft.rules,
        });
      });
  });
}

function histories(people: number): fc.Arbitrary<readonly string[]> {
  const letters = fc.array(fc.constantFrom('X', 'Y', 'Z', '.'), { minLength: people, maxLength: people });
  return fc.array(
    letters.map((list) => list.join('')),
    { minLength: 1, maxLength: 3 },
  );
}

function roleDrafts(people: number) {
  const some = fc.option(fc.constantFrom(...LEVEL_ROLES), { nil: undefined });
  return fc
    .record({
      numbers: fc.array(fc.constantFrom(...NUMBERS), { minLength: people, maxLength: people }),
      weight: fc.integer({ min: 1, max: 9 }),
      number: fc.constantFrom(['mean'], ['spread'], ['mean', 'fair_share']),
      attribute0: some,
      'attribute0=u': some,
      'attribute1=v': some,
    })
    .map(({ numbers, weight, ...words }) => ({
      numbers,
      weight,
      roles: Object.fromEntries(
        Object.entries(words).flatMap(([word, own]): [string, readonly string[]][] =>
          own === undefined ? [] : [[word, own]],
        ),
      ),
    }));
}

function ruleDrafts(people: number, { rules = 'any', kinds = RULE_KINDS }: ModuleTraits): fc.Arbitrary<Rule> {
  const person = fc.integer({ min: 0, max: people - 1 }).map(keyOf);
  const named = fc.uniqueArray(person, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
  const level = fc.constantFrom(
    'attribute0=u',
    'attribute0=v',
    'attribute1=u',
    'attribute0=u a',
    'attribute0=w attribute1=v',
  );
  const weight = rules === 'hard' ? fc.constant(undefined) : fc.integer({ min: 1, max: 5 });
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      who: fc.oneof(named, level),
      whole: fc.constantFrom('attribute0=*', 'attribute1=*', 'attribute0=* b'),
      isWhole: fc.boolean(),
      count: fc.integer({ min: 0, max: 3 }),
      target: fc.constantFrom(toGroup('G01'), toGroup('A1'), toGroup('Bx1'), toTheme('B'), toStrand('B', 'x')),
      weight: rules === 'any' ? fc.option(weight, { nil: undefined }) : weight,
    })
    .map(({ kind, who, whole, isWhole, count, target, weight: price }) => {
      const isCounted = kind === 'at_least' || kind === 'at_most' || kind === 'not_alone' || kind === 'distinct';
      return rule(kind, isCounted && isWhole ? whole : who, {
        ...(kind === 'at_least' || kind === 'at_most' ? { count } : {}),
        ...(kind === 'fixed' || kind === 'never' ? { target } : {}),
        ...(price === undefined ? {} : { weight: price }),
      });
    });
}
