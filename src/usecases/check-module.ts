import type { Diagnostic } from '../domain/diagnostic.js';
import { diagnose } from '../domain/diagnostic.js';
import type { Module } from '../domain/module.js';
import { listNeedless } from '../domain/private-attribute.js';
import { countHolders } from '../domain/profiles.js';
import { isShared } from '../domain/role.js';
import { attributeOf } from '../domain/roster.js';
import type { OnStage } from '../domain/stage.js';
import { findObstacles } from '../engine/feasibility/find-obstacles.js';
import { precheckTimetable } from '../timetable/precheck.js';
import { findRoleConflicts } from './role-conflicts.js';

/** Levels that a note names. */
const MOST_LEVELS = 50;

/** What can be said of a module without solving anything. */
export interface ModuleCheck {
  /** Why valid groups cannot exist; empty when counting finds nothing against them. */
  readonly groupObstacles: readonly Diagnostic[];
  readonly timetableObstacles: readonly Diagnostic[];
  /** What can be balanced only in part, and why; what opposes what; what nobody needs to know. */
  readonly notes: readonly Diagnostic[];
}

/** Looks at a module that was read without error: what can and cannot be balanced, whether groups and timetable can exist. */
export function checkModule(module: Module, onStage?: OnStage): ModuleCheck {
  const { programme, groups } = module;
  onStage?.('obstacles');
  const found = {
    groupObstacles: findObstacles(module),
    notes: [...findRoleConflicts(module), ...scarceLevels(module), ...warnOfPrivate(module)],
  };
  if (programme === undefined) return { ...found, timetableObstacles: [] };
  onStage?.('timetable');
  return {
    ...found,
    timetableObstacles: precheckTimetable({ programme, groups, moduleKey: module.settings.title }),
  };
}

function warnOfPrivate(module: Module): readonly Diagnostic[] {
  const columns = listNeedless(module);
  return columns.length === 0 ? [] : [diagnose('warning', 'columns.private', { columns })];
}

/** Levels to share out with fewer holders than there are groups: no draw can put one in every group. */
function scarceLevels({ cohort, balance, roles, groups }: Module): readonly Diagnostic[] {
  return [...balance.keys()].flatMap((key) => {
    const attribute = attributeOf(cohort, key);
    const levels = attribute?.levels.filter((level) => isShared(roles, key, level)) ?? [];
    const holders = countHolders(cohort, key);
    const held = levels.map((level): [string, number] => [level, holders.get(level) ?? 0]);
    const scarce = held.filter(([, people]) => people < groups.length).sort((a, b) => b[1] - a[1]);
    if (attribute === undefined || scarce.length === 0) return [];
    const names = scarce.map(([level, people]) => `${level} (${people})`);
    return [
      diagnose('note', 'balance.fewer-than-groups', {
        attribute: attribute.label,
        levels: names.slice(0, MOST_LEVELS),
        otherLevels: Math.max(0, names.length - MOST_LEVELS),
        groups: groups.length,
      }),
    ];
  });
}
