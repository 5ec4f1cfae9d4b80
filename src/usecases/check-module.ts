import type { Diagnostic } from '../domain/diagnostic.js';
import { diagnose } from '../domain/diagnostic.js';
import type { Module } from '../domain/module.js';
import { attributeOf, holdersOf } from '../domain/roster.js';
import type { OnStage } from '../domain/stage.js';
import { findObstacles } from '../engine/feasibility/find-obstacles.js';
import { precheckTimetable } from '../timetable/precheck.js';

/** What can be said of a module without solving anything. */
export interface ModuleCheck {
  /** Why valid groups cannot exist; empty when counting finds nothing against them. */
  readonly groupObstacles: readonly Diagnostic[];
  readonly timetableObstacles: readonly Diagnostic[];
  /** What can be balanced only in part, and why. */
  readonly notes: readonly Diagnostic[];
}

/** Looks at a module that was read without error: what can and cannot be balanced, whether groups and timetable can exist. */
export function checkModule(module: Module, onStage?: OnStage): ModuleCheck {
  const { programme, groups } = module;
  onStage?.('obstacles');
  const found = { groupObstacles: findObstacles(module), notes: scarceLevels(module) };
  if (programme === undefined) return { ...found, timetableObstacles: [] };
  onStage?.('timetable');
  return {
    ...found,
    timetableObstacles: precheckTimetable({ programme, groups, moduleKey: module.settings.title }),
  };
}

/** Levels with fewer holders than there are groups: no draw can put one in every group. */
function scarceLevels({ cohort, balance, groups }: Module): readonly Diagnostic[] {
  return [...balance.keys()].flatMap((key) => {
    const attribute = attributeOf(cohort, key);
    const holders = new Map(attribute?.levels.map((level) => [level, holdersOf(cohort, key, level).length]));
    const scarce = [...holders].filter(([, people]) => people < groups.length).sort((a, b) => b[1] - a[1]);
    if (attribute === undefined || scarce.length === 0) return [];
    const levels = scarce.map(([level, people]) => `${level} (${people})`);
    return [
      diagnose('note', 'balance.fewer-than-groups', { attribute: attribute.label, levels, groups: groups.length }),
    ];
  });
}
