import type { GroupsReport } from '../check/check-groups.js';
import { changedFigures, type FigureChange } from '../check/figure-changes.js';
import { worthOf, type Improvements } from '../check/list-worth.js';
import { toNumber } from '../domain/fraction.js';
import type { ListChange } from '../domain/list-change.js';
import type { Module } from '../domain/module.js';
import { participantName } from '../domain/participant.js';
import { participantOf } from '../domain/roster.js';

/** What `score` adds of the changes that help most; nothing where none were looked for. */
export function improvementsJson(module: Module, improvements: Improvements | undefined): object {
  if (improvements === undefined) return {};
  const { changes, isExhaustive, isOptimal } = improvements;
  return {
    improvements: {
      isOptimal,
      isExhaustive,
      changes: changes.map(({ change, before, after }) => ({
        ...changeJson(module, change),
        before: worthJson(before),
        after: worthJson(after),
        figures: figuresJson(before, after),
      })),
    },
  };
}

/** A figure before and after, or of two lists. */
interface FigureJson {
  readonly of: string;
  readonly before: number;
  readonly after: number;
  readonly effect: number;
}

/** The figures in which two lists differ. */
export function figuresJson(before: GroupsReport, after: GroupsReport): readonly FigureJson[] {
  return changedFigures(before, after).map((change) => ({
    ...originJson(before, change),
    before: toNumber(change.before),
    after: toNumber(change.after),
    effect: toNumber(change.effect),
  }));
}

/** Faults, violations of hard rules and score of a list. */
export function worthJson(report: GroupsReport): object {
  const { faults, hard, soft } = worthOf(report);
  return { faults, hard, score: toNumber(soft) };
}

/** A person by id and name. */
export function personJson(module: Module, key: string): object {
  const person = participantOf(module.cohort, key);
  if (person === undefined) return { id: key, name: key, school: '' };
  return { id: person.id, name: participantName(person), school: person.school };
}

function changeJson(module: Module, change: ListChange): object {
  if (change.kind === 'move') {
    return { kind: change.kind, person: personJson(module, change.person), from: change.from, to: change.to };
  }
  return {
    kind: change.kind,
    first: { ...personJson(module, change.first), group: change.firstGroup },
    second: { ...personJson(module, change.second), group: change.secondGroup },
  };
}

function originJson(
  report: GroupsReport,
  { origin }: FigureChange,
): Readonly<Record<string, unknown>> & { readonly of: string } {
  if (origin.kind === 'wishes') return { of: 'wishes' };
  if (origin.kind === 'attribute') return { of: 'attribute', attribute: report.attributes[origin.index].key };
  if (origin.kind === 'rule') {
    const { rule } = report.rules[origin.index];
    return { of: 'rule', rule: rule.kind, line: rule.source.line, weight: rule.weight ?? 'hard' };
  }
  const { key, level, role } = report.roles[origin.index].aim;
  return { of: 'role', attribute: key, ...(level === undefined ? {} : { level }), role: role.kind };
}
