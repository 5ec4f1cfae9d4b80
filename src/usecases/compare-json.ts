import { isOptimal } from '../domain/certificate.js';
import { toNumber } from '../domain/fraction.js';
import type { Module } from '../domain/module.js';
import { tallyWishes } from '../check/wish-figure.js';
import type { Comparison, JudgedPlan } from './compare.js';
import { figuresJson, personJson, worthJson } from './improvements-json.js';

/** What `compare` prints: both plans with their figures, the groups and people that differ, and how the timetables do. */
export function compareJson(
  module: Module,
  names: { readonly a: string; readonly b: string },
  found: Comparison,
): object {
  const { a, b, groups, moved, timetable } = found;
  return {
    title: module.settings.title,
    a: planJson(module, names.a, a),
    b: planJson(module, names.b, b),
    groups,
    moved: moved.map(({ key, a: from, b: to }) => ({ ...personJson(module, key), a: from, b: to })),
    figures: figuresJson(a.report, b.report).map(({ before, after, ...figure }) => ({
      ...figure,
      a: before,
      b: after,
    })),
    ...(timetable === undefined ? {} : { timetable }),
  };
}

function planJson(module: Module, name: string, { report, certificate, isBroken, timetable }: JudgedPlan): object {
  const wishes = tallyWishes(module, report);
  const total = certificate?.total;
  return {
    name,
    isBroken,
    ...worthJson(report),
    ...(total === undefined ? {} : { bound: toNumber(total.bound), isOptimal: isOptimal(total) }),
    sizes: report.sizes,
    attributes: report.attributes.map(({ key, weight, deviation, fairCells, cells }, index) => ({
      key,
      weight,
      value: toNumber(deviation),
      ...(certificate === undefined ? {} : { bound: toNumber(certificate.attributes[index].bound) }),
      fairCells,
      cells,
    })),
    rules: report.rules.map(({ rule, units }) => ({
      line: rule.source.line,
      rule: rule.kind,
      weight: rule.weight ?? 'hard',
      violations: units,
    })),
    ...(wishes === undefined ? {} : { wishes: { ...wishes, value: report.wishPenalty } }),
    ...(timetable === undefined ? {} : { timetable: { terms: timetable.terms, fairness: timetable.fairness } }),
  };
}
