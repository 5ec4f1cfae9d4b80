import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/domain/fold.js';
import type { Module } from '../../src/domain/module.js';
import { copyParticipant, type Participant } from '../../src/domain/participant.js';
import type { Selector } from '../../src/domain/rule.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { formGroups } from '../../src/usecases/form-groups.js';
import { attributesOf, moduleOf } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

/** Who is in which group, as text; of the nearest groups where no valid ones were found. */
async function formed(module: Module): Promise<string> {
  const result = await formGroups({ module, seed: 'seed', search: { effort: 0, starts: 1 } });
  const groups = result.status === 'formed' ? result.formed : result.nearest;
  return [...(groups?.grouping.assignment ?? [])].map(([key, label]) => `${key} ${label}`).join(', ');
}

/** The module with every level renamed by a function that keeps different ones different. */
function relabel(
  module: Module,
  rename: (attribute: string, level: string) => string,
  renameAttribute = (key: string) => key,
): Module {
  const participants = module.cohort.participants.map((person): Participant => {
    const levels = [...person.levels].map(([key, held]): [string, string[]] => [
      renameAttribute(key),
      held.map((level) => rename(key, level)).sort(compareText),
    ]);
    return copyParticipant(person, new Map(levels.sort(([a], [b]) => compareText(a, b))));
  });
  const renameSelector = (selector: Selector): Selector => {
    if (selector.kind === 'participant') return selector;
    const attribute = renameAttribute(selector.attribute);
    return selector.kind === 'level'
      ? { ...selector, attribute, level: rename(selector.attribute, selector.level) }
      : { ...selector, attribute };
  };
  return {
    ...module,
    cohort: { participants, attributes: attributesOf(participants) },
    balance: new Map(
      [...module.balance]
        .map(([key, weight]): [string, number] => [renameAttribute(key), weight])
        .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])),
    ),
    rules: module.rules.map((rule) => ({ ...rule, who: rule.who.map(renameSelector) })),
  };
}

describe('the same groups come', () => {
  it('whatever the order of the rows of the rosters', async () => {
    const rows = Array.from(
      { length: 14 },
      (_, p) => `N${p};P${(p * 5) % 14};${'FM'[p % 2]};${['Nord', 'Corse|Nord', 'Bretagne', ''][(p * 3) % 4]}`,
    );
    const read = (own: readonly string[]): Module => {
      const bytes = new TextEncoder().encode(`nom;prénom;genre;région\n${own.join('\n')}\n`);
      const { value: cohort, diagnostics } = readRosters([{ name: 'r.csv', bytes, school: 'ENA' }], new Map());
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      return { ...moduleOf({ sizes: [5, 5, 4], balance: { region: 3, gender: 2 } }), cohort };
    };
    const expected = await formed(read(rows));
    expect(expected.split(', ')).toHaveLength(14);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect(await formed(read(shuffled))).toBe(expected);
      }),
      { numRuns: runs(12) },
    );
  });

  it('whatever the order of the rules', async () => {
    await fc.assert(
      fc.asyncProperty(modules({ people: 9 }), fc.integer({ min: 0, max: 5 }), async (module, turn) => {
        const [first, ...rest] = module.rules;
        const rules = first === undefined ? [] : turn % 2 === 0 ? [...rest, first] : [...rest].reverse().concat(first);
        expect(await formed({ ...module, rules })).toBe(await formed(module));
      }),
      { numRuns: runs(60) },
    );
  });

  it('whatever the order of the themes and their groups', async () => {
    await fc.assert(
      fc.asyncProperty(modules({ people: 9 }), async (module) => {
        const turned: Module = {
          ...module,
          themes: [...module.themes].reverse(),
          groups: [...module.groups].reverse(),
        };
        expect(await formed(turned)).toBe(await formed(module));
      }),
      { numRuns: runs(60) },
    );
  });

  it('whatever the levels are called', async () => {
    const names = new Map([
      ['u', 'zulu'],
      ['v', 'alpha'],
      ['w', 'mike'],
    ]);
    await fc.assert(
      fc.asyncProperty(modules({ people: 9 }), async (module) => {
        const renamed = relabel(module, (_, level) => names.get(level) ?? level);
        expect(await formed(renamed)).toBe(await formed(module));
      }),
      { numRuns: runs(45) },
    );
  });

  it('whatever the attributes are called, also those of one weight', async () => {
    const names = new Map([
      ['attribute0', 'zone'],
      ['attribute1', 'school'],
      ['attribute2', 'age'],
    ]);
    await fc.assert(
      fc.asyncProperty(modules({ people: 9 }), fc.boolean(), async (module, isEven) => {
        const even = isEven
          ? { ...module, balance: new Map([...module.balance.keys()].map((key) => [key, 2])) }
          : module;
        const renamed = relabel(
          even,
          (_, level) => level,
          (key) => names.get(key) ?? key,
        );
        expect(await formed(renamed)).toBe(await formed(even));
      }),
      { numRuns: runs(45) },
    );
  });
});

describe('formed groups', () => {
  it('never make the judge disagree with the engine, whatever the module', async () => {
    await fc.assert(
      fc.asyncProperty(modules({ people: 12 }), async (module) => {
        const result = await formGroups({ module, seed: 'any', search: { effort: 0 } });
        const groups = result.status === 'formed' ? result.formed : result.nearest;
        expect(result.status === 'formed').toBe(groups?.report.hard === 0);
        if (result.status === 'impossible') expect(result.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(45) },
    );
  });
});
