import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/diagnostics/change.js';
import { tryLayouts } from '../../src/domain/layout-change.js';
import type { Module } from '../../src/domain/module.js';
import { decide } from '../../src/engine/feasibility/decide.js';
import { demandOf, isMet } from '../../src/engine/feasibility/demand.js';
import { findObstacles } from '../../src/engine/feasibility/find-obstacles.js';
import { hardRulesOf } from '../../src/engine/feasibility/hard-rule.js';
import { bestByExhaustion } from '../helpers/groupings.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

const isPossible = (module: Module) => bestByExhaustion(module).hard === 0;

/** Modules of up to six hard rules of every kind, each on a line of its own, none of them impossible alone. */
const entangled = fc
  .tuple(modules({ people: 6, rules: 'hard', wishes: false }), modules({ people: 6, rules: 'hard', wishes: false }))
  .map(([module, other]) => {
    const keys = new Set(module.cohort.participants.map(({ key }) => key));
    const isAbout = ({ who }: Module['rules'][number]) =>
      who.every((selector) => selector.kind !== 'participant' || keys.has(selector.key));
    const all = [...module.rules, ...other.rules.filter(isAbout)].filter((rule) =>
      isPossible({ ...module, rules: [rule] }),
    );
    const rules = all.map((rule, index) => ({ ...rule, source: { file: 'rules.csv', line: index + 2 } }));
    return { ...module, rules };
  });

/** The module after a change, as its reader would make it by hand. */
function withChange(module: Module, change: Change): readonly Module[] {
  const edit = (line: number, by: (rule: Module['rules'][number]) => readonly Module['rules'][number][]): Module => ({
    ...module,
    rules: module.rules.flatMap((rule) => (rule.source.line === line ? by(rule) : [rule])),
  });
  const without = (line: number, names: readonly string[]) =>
    edit(line, (rule) => [
      { ...rule, who: rule.who.filter((who) => who.kind !== 'participant' || !names.includes(who.key)) },
    ]);
  switch (change.kind) {
    case 'count':
      return [edit(change.line, (rule) => [{ ...rule, count: change.count }])];
    case 'leave-out':
      return [without(change.line, change.names)];
    case 'fewer': {
      const rule = module.rules.find(({ source }) => source.line === change.line);
      const names = rule?.who.map((who) => (who.kind === 'participant' ? who.key : '')) ?? [];
      return change.people === 1
        ? names.map((name) => without(change.line, [name]))
        : [without(change.line, names.slice(-change.people))];
    }
    case 'soften':
      return change.which === 'any'
        ? change.lines.map((line) => edit(line, () => []))
        : [{ ...module, rules: module.rules.filter(({ source }) => !change.lines.includes(source.line ?? 0)) }];
    default: {
      const request = { themes: module.themes, people: module.cohort.participants.length };
      const trials = [...tryLayouts(request, module.groups.length)];
      const text = JSON.stringify(change);
      return trials
        .filter((trial) => JSON.stringify(trial.change) === text)
        .map(({ groups }) => ({ ...module, groups }));
    }
  }
}

describe('deciding', () => {
  it('agrees with trying every grouping, and shows groups that keep every rule', () => {
    fc.assert(
      fc.property(modules({ rules: 'hard', wishes: false }), (module) => {
        const demands = hardRulesOf(module).map(demandOf);
        const verdict = decide(module.cohort.participants.length, module.groups, demands, { steps: 1_000_000 });
        expect(verdict.status).toBe(isPossible(module) ? 'possible' : 'impossible');
        if (verdict.status !== 'possible') return;
        expect(demands.every((demand) => isMet(demand, module.groups, verdict.groupOf))).toBe(true);
        const counts = module.groups.map((_, g) => verdict.groupOf.filter((group) => group === g).length);
        expect(counts).toEqual(module.groups.map(({ size }) => size));
      }),
      { numRuns: runs(60), seed: 3 },
    );
  });

  it('says that it does not know when its budget ends', () => {
    fc.assert(
      fc.property(modules({ rules: 'hard', wishes: false }), fc.integer({ min: 0, max: 3_000 }), (module, steps) => {
        const demands = hardRulesOf(module).map(demandOf);
        const { status } = decide(module.cohort.participants.length, module.groups, demands, { steps });
        if (status !== 'unknown') expect(status).toBe(isPossible(module) ? 'possible' : 'impossible');
      }),
      { numRuns: runs(60), seed: 4 },
    );
  });
});

describe('every impossible module', () => {
  it('is explained, by lines that no grouping keeps and of which each is needed', () => {
    let impossible = 0;
    fc.assert(
      fc.property(entangled, (module) => {
        const found = findObstacles(module);
        expect(found.length > 0).toBe(!isPossible(module));
        for (const { params, source } of found) {
          impossible++;
          const lines = 'lines' in params ? params.lines.split(', ').map(Number) : [];
          const named = module.rules.filter(
            (rule) => rule.source.line === source?.line || lines.includes(rule.source.line),
          );
          expect(isPossible({ ...module, rules: named })).toBe(false);
          for (const spare of named) {
            expect(isPossible({ ...module, rules: named.filter((rule) => rule !== spare) })).toBe(true);
          }
        }
      }),
      { numRuns: runs(150), seed: 5 },
    );
    expect(impossible).toBeGreaterThan(5);
  });

  it('would be possible with any one of the changes that its only obstacle names', () => {
    let changed = 0;
    fc.assert(
      fc.property(entangled, (module) => {
        const [found, ...others] = findObstacles(module);
        if (found === undefined || others.length > 0) return;
        for (const change of found.changes ?? []) {
          const after = withChange(module, change);
          expect(after).not.toEqual([]);
          for (const one of after) expect([change, isPossible(one)]).toEqual([change, true]);
          changed++;
        }
      }),
      { numRuns: runs(150), seed: 6 },
    );
    expect(changed).toBeGreaterThan(8);
  });
});
