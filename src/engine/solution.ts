import type { Certificate, Certified } from '../domain/certificate.js';
import { assignCohort } from '../domain/assignment.js';
import { add, fraction, scale, ZERO, type Fraction } from '../domain/fraction.js';
import type { Assignment } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { aimsOf } from '../domain/role.js';
import type { Cohort } from '../domain/roster.js';
import { balanceBase } from './balance.js';
import type { Problem } from './problem.js';
import { columnsOf, sharedCohort, sumBase } from './roles.js';
import { explain, type Explained } from './state.js';

/** Indices back to keys and labels. */
export function toAssignment({ participants, groups }: Problem, groupOf: Int32Array): Assignment {
  return assignCohort(
    participants,
    groups.map(({ label }) => label),
    groupOf,
  );
}

/** The index form of an assignment that places everyone in a group of the problem. */
export function toIndices(problem: Problem, assignment: Assignment): Int32Array {
  const indexOf = new Map(problem.groups.map((group, g) => [group.label, g]));
  return Int32Array.from(problem.participants, ({ key }) => indexOf.get(assignment.get(key) ?? '') ?? 0);
}

/**
 * Score and bound as exact fractions of weighted squared deviations: what the integer search left out of its tables is
 * added back, so that the figures are those that anyone gets from the group list alone.
 */
export function certify(
  module: Module,
  problem: Problem,
  groupOf: Int32Array,
  { soft, shares }: Explained = explain(problem, groupOf),
): Certificate {
  const bases = basesOf(module, problem);
  const base = weighted(module, problem, bases);
  const columns = columnsOf(module);
  const attributes = [...module.balance].map(([key, weight]) => {
    const share = shares.find(({ origin }) => origin.kind === 'attribute' && origin.key === key);
    const unweighted = (penalty: number): Fraction =>
      add(fraction(weight === 0 ? 0 : penalty / weight, problem.unit), bases.get(key) ?? ZERO);
    return { key, value: unweighted(share?.penalty ?? 0), bound: unweighted(share?.bound ?? 0) };
  });
  const certifyAim = (index: number, weight: number): Certified => {
    const own = shares.filter(({ origin }) => origin.kind === 'role' && origin.index === index);
    const left = columns.filter(({ aim }) => aim === index).map((column) => sumBase(column, problem.groupSizes));
    const unweighted = (penalties: readonly number[]): Fraction => {
      const sum = penalties.reduce((total, penalty) => total + penalty, 0);
      return [...left, fraction(sum, BigInt(problem.unit) * BigInt(weight))].reduce(add, ZERO);
    };
    return {
      value: unweighted(own.map(({ penalty }) => penalty)),
      bound: unweighted(own.map(({ bound }) => bound)),
    };
  };
  const certifyWhole = (kind: 'wishes' | 'history'): Certified | undefined => {
    const share = shares.find(({ origin }) => origin.kind === kind);
    return share && { value: fraction(share.penalty, problem.unit), bound: fraction(share.bound, problem.unit) };
  };
  const wishes = certifyWhole('wishes');
  const history = certifyWhole('history');
  return {
    total: {
      value: add(fraction(soft, problem.unit), base),
      bound: add(fraction(problem.softBound, problem.unit), base),
    },
    attributes,
    aims: aimsOf(module).map(({ weight }, index) => certifyAim(index, weight)),
    ...(wishes === undefined ? {} : { wishes }),
    ...(history === undefined ? {} : { history }),
  };
}

/** What is to be added to penalties, whatever the assignment: weighted squared deviations that no search can change. */
export function totalBase(module: Module, problem: Problem): Fraction {
  return weighted(module, problem, basesOf(module, problem));
}

function basesOf(module: Module, problem: Problem): ReadonlyMap<string, Fraction> {
  const shared = sharedCohort(module);
  return new Map([...module.balance.keys()].map((key) => [key, baseOf(shared, problem, key)]));
}

function weighted(module: Module, { groupSizes }: Problem, bases: ReadonlyMap<string, Fraction>): Fraction {
  const sums = columnsOf(module).map((column) => scale(sumBase(column, groupSizes), column.weight));
  const shares = [...module.balance].map(([key, weight]) => scale(bases.get(key) ?? ZERO, weight));
  return [...shares, ...sums].reduce(add, ZERO);
}

function baseOf(shared: Cohort, problem: Problem, key: string): Fraction {
  const people = BigInt(Math.max(shared.participants.length, 1));
  return fraction(balanceBase(shared, key, problem.groupSizes), people * people);
}
