import { diagnose } from '../domain/diagnostic.js';
import { linesOf } from './evidence.js';
import type { HearingAim } from './hearing-changes.js';
import type { HearingModel } from './hearing-model.js';
import { shortage } from './hearing-counts.js';
import { labels, pollOf, witnessesOf, type Propose, type Reason } from './hearing-reason.js';

/**
 * Groups that together need more hearings than their witnesses can give; leaving any of them out would do. A change does where all groups
 * that share witnesses with them can be served, those of the other reasons aside.
 */
export function findShortWitnesses(
  hearings: HearingModel,
  groups: readonly number[],
  propose: Propose,
): readonly Reason[] {
  const { model, asked } = hearings;
  const sets: (readonly number[])[] = [];
  let rest = groups;
  for (;;) {
    if (shortage({ hearings }, rest) === 0) break;
    const members = smallestShort(hearings, rest);
    sets.push(members);
    rest = rest.filter((group) => !members.includes(group));
  }
  return sets.map((members) => {
    const witnesses = witnessesOf(hearings, members);
    const aimFor = (scope: readonly number[]): HearingAim => ({
      groups: scope,
      witnesses: witnessesOf(hearings, scope),
      asked,
      lacking: (trial) => shortage(trial, scope),
    });
    const everybody = [...members, ...sharingWitnesses(hearings, members, rest)];
    const params = {
      groups: labels(model, members),
      needed: asked * members.length,
      possible: asked * members.length - shortage({ hearings }, members),
      witnesses: witnesses.map((witness) => model.witnesses[witness].id),
    };
    const sources = linesOf(
      witnesses.map((witness) => model.witnesses[witness]),
      pollOf(hearings, witnesses, members),
    );
    const details = { sources, changes: propose(aimFor(everybody), aimFor(members)) };
    return { diagnostic: diagnose('error', 'timetable.witnesses-short', params, details), groups: members };
  });
}

function smallestShort(hearings: HearingModel, groups: readonly number[]): readonly number[] {
  let members = groups;
  for (const group of groups) {
    const rest = members.filter((other) => other !== group);
    if (shortage({ hearings }, rest) > 0) members = rest;
  }
  return members;
}

/** Those of `others` that hear the same witnesses as some groups, or as one another in a chain. */
function sharingWitnesses(
  { eligible }: HearingModel,
  groups: readonly number[],
  others: readonly number[],
): readonly number[] {
  const reached = [...groups];
  for (const group of reached) {
    for (const other of others) {
      if (reached.includes(other)) continue;
      if (eligible[other].some((witness) => eligible[group].includes(witness))) reached.push(other);
    }
  }
  return reached.slice(groups.length).sort((a, b) => a - b);
}
