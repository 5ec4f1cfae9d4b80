import type { Module } from '../../domain/module.js';
import { describeSelectors } from '../../domain/rule.js';
import { largestSize, linesOf, type HardRule } from './hard-rule.js';
import { obstacle, type Obstacle } from './obstacle.js';

/** Why no groups keep this rule, whatever the others say: its people against the number of groups and their sizes. */
export function judgeAlone(module: Module, entry: HardRule): readonly Obstacle[] {
  const { rule, people, counted } = entry;
  const { cohort, groups } = module;
  const wanted = rule.count ?? 0;
  const sets = counted.map((set) => ({ who: set.who, holders: set.people.length }));
  const named = (who = rule.who) => describeSelectors(cohort, who);
  switch (rule.kind) {
    case 'apart': {
      if (people.length <= groups.length) return [];
      const facts = { who: named(), people: people.length, groups: groups.length };
      return [obstacle('impossible.apart', facts, [entry])];
    }
    case 'together': {
      const largest = largestSize(module);
      if (people.length <= largest) return [];
      const facts = { who: named(), people: people.length, largest, lines: linesOf([{ rule }]) };
      return [obstacle('impossible.together', facts, [entry])];
    }
    case 'at_least': {
      const needed = wanted * groups.length;
      const small = groups.find(({ size }) => size < wanted);
      return sets.flatMap(({ who, holders }): readonly Obstacle[] => {
        if (holders < needed) {
          const facts = { who: named(who), wanted, groups: groups.length, needed, holders };
          return [obstacle('impossible.at-least', facts, [entry])];
        }
        if (small === undefined) return [];
        const facts = { who: named(who), wanted, group: small.label, size: small.size };
        return [obstacle('impossible.group-too-small', facts, [entry])];
      });
    }
    case 'at_most': {
      const room = groups.reduce((sum, { size }) => sum + Math.min(size, wanted), 0);
      return sets.flatMap(({ who, holders }) => {
        if (holders <= room) return [];
        const facts = { who: named(who), wanted, groups: groups.length, room, holders };
        return [obstacle('impossible.at-most', facts, [entry])];
      });
    }
    case 'distinct':
      return sets.flatMap(({ who, holders }) => {
        if (holders <= groups.length) return [];
        const facts = { who: named(who), people: holders, groups: groups.length };
        return [obstacle('impossible.apart', facts, [entry])];
      });
    case 'not_alone':
      return sets.flatMap(({ who, holders }) =>
        holders === 1 ? [obstacle('impossible.not-alone', { who: named(who) }, [entry])] : [],
      );
    default:
      return [];
  }
}
