import type { Violation } from '../violation.js';
import type { Case } from './case.js';
import { violate } from './violation.js';

/** Every group hears as many different witnesses as the module asks for, none of them twice. */
export function checkHearings({ programme, groups, entries }: Case): readonly Violation[] {
  return groups.flatMap((group) => {
    const heard = entries
      .filter((entry) => entry.group === group && entry.row.kind === 'hearing')
      .flatMap(({ row }) => row.witnesses);
    const distinct = new Set(heard);
    const repeated = new Set(heard.filter((witness, index) => heard.indexOf(witness) !== index));
    return [
      ...[...repeated].map((witness) => violate('timetable.heard-twice', { group: group.label, witness })),
      ...(distinct.size === programme.hearingsPerGroup
        ? []
        : [
            violate('timetable.hearings', {
              group: group.label,
              heard: distinct.size,
              expected: programme.hearingsPerGroup,
            }),
          ]),
    ];
  });
}
