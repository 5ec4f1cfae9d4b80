import type { Certificate, Certified } from '../domain/certificate.js';
import { add, fraction, scale, ZERO, type Fraction } from '../domain/fraction.js';
import type { Assignment } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { balanceBase } from './balance.js';
import type { Problem } from './problem.js';
import { scoreOf } from './state.js';

/** Indices back to keys and labels. */
export function toAssignment(problem: Problem, groupOf: Int32Array): Assignment {
  return new Map(problem.keys.map((key, p) => [key, problem.groups[groupOf[p]].label]));
}

/** The index form of an assignment that places everyone in a group of the problem. */
export function toIndices(problem: Problem, assignment: Assignment): Int32Array {
  const indexOf = new Map(problem.groups.map((group, g) => [group.label, g]));
  return Int32Array.from(problem.keys, (key) => indexOf.get(assignment.get(key) ?? '') ?? 0);
}

/**
 * Score and bound as exact fractions of weighted squared deviations: what the integer search left out of its tables is
 * added back, so that the figures are those that anyone gets from the group list alone.
 */
export function certify(module: Module, problem: Problem, groupOf: Int32Array): Certificate {
  const score = scoreOf(problem, groupOf);
  const shares = problem.soft.flatMap((model) => model.start(groupOf).explain());
  const bases = basesOf(module, problem);
  const base = weighted(module, bases);
  const attributes = [...module.balance].map(([key, weight]) => {
    const share = shares.find(({ origin }) => origin.kind === 'attribute' && origin.key === key);
    const unweighted = (penalty: number): Fraction =>
      add(fraction(weight === 0 ? 0 : penalty / weight, problem.unit), bases.get(key) ?? ZERO);
    return { key, value: unweighted(share?.penalty ?? 0), bound: unweighted(share?.bound ?? 0) };
  });
  const wished = shares.find(({ origin }) => origin.kind === 'wishes');
  const wishes: Certified | undefined = wished && {
    value: fraction(wished.penalty, problem.unit),
    bound: fraction(wished.bound, problem.unit),
  };
  return {
    total: {
      value: add(fraction(score.soft, problem.unit), base),
      bound: add(fraction(problem.softBound, problem.unit), base),
    },
    attributes,
    ...(wishes === undefined ? {} : { wishes }),
  };
}

/** What is to be added to penalties, whatever the assignment: weighted squared deviations that no search can change. */
export function totalBase(module: Module, problem: Problem): Fraction {
  return weighted(module, basesOf(module, problem));
}

function basesOf(module: Module, problem: Problem): ReadonlyMap<string, Fraction> {
  return new Map([...module.balance.keys()].map((key) => [key, baseOf(module, problem, key)]));
}

function weighted(module: Module, bases: ReadonlyMap<string, Fraction>): Fraction {
  return [...module.balance].map(([key, weight]) => scale(bases.get(key) ?? ZERO, weight)).reduce(add, ZERO);
}

function baseOf(module: Module, problem: Problem, key: string): Fraction {
  const people = BigInt(Math.max(module.cohort.participants.length, 1));
  return fraction(balanceBase(module.cohort, key, problem.groupSizes), people * people);
}
