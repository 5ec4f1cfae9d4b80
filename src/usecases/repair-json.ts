import { gapOf } from '../domain/certificate.js';
import { toNumber } from '../domain/fraction.js';
import type { ChangeReason, GroupChange } from '../domain/group-change.js';
import type { Module } from '../domain/module.js';
import type { OutputOptions } from './list-groups.js';
import { sizesOf, type Repair } from './repair.js';

/** What `repair` adds to the JSON of a plan: what each number of moves gives, and who moves why; with `pseudonyms` by id and school alone. */
export function repairJson(
  { changes, steps, chosen, fewest, isProved }: Repair,
  { rules }: Pick<Module, 'rules'>,
  { pseudonyms }: Pick<OutputOptions, 'pseudonyms'>,
): object {
  const changeOf = new Map(
    changes.flatMap((change) => (change.person === undefined ? [] : [[change.person.key, change]])),
  );
  const reasonJson = (reason: ChangeReason): object => {
    if (reason.kind === 'rule') return { kind: reason.kind, line: rules[reason.rule].source.line };
    if (reason.kind !== 'exchange') return reason;
    const other = changeOf.get(reason.other);
    return { kind: reason.kind, ...(other === undefined ? {} : { other: personJson(other, pseudonyms) }) };
  };
  return {
    repair: {
      fewestMoves: { people: fewest, isProved },
      steps: steps.map((step) => {
        const gap = gapOf(step);
        const score = {
          value: toNumber(step.value),
          bound: toNumber(step.bound),
          gap: Number.isFinite(gap) ? gap : null,
        };
        return { moves: step.moves, hard: step.hard, score, sizes: sizesOf(step), isChosen: step === chosen };
      }),
      changes: changes.map(({ reason, from, to, ...change }) => ({
        ...personJson(change, pseudonyms),
        groupBefore: from,
        group: to,
        reason: reasonJson(reason),
      })),
    },
  };
}

function personJson({ person, gone }: Pick<GroupChange, 'person' | 'gone'>, pseudonyms: boolean): object {
  const { id = '', familyName = '', givenName = '', school = '' } = person ?? gone ?? {};
  return pseudonyms ? { id, school } : { id, familyName, givenName, school };
}
