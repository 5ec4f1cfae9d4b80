import type { TimetableView, ViewKey } from '../../domain/timetable-view.js';
import { viewByChanges } from './by-changes.js';
import { viewByGroup } from './by-group.js';
import { viewByPerson } from './by-person.js';
import { viewByRoom } from './by-room.js';
import { viewByWitness } from './by-witness.js';
import { createDescriber } from './gathering.js';
import type { ViewInput, ViewRequest } from './view-request.js';

const VIEWERS: Readonly<Record<ViewKey, (input: ViewInput) => TimetableView>> = {
  group: viewByGroup,
  person: viewByPerson,
  room: viewByRoom,
  witness: viewByWitness,
  changes: viewByChanges,
};

/** Lists a timetable by group, by person, by room or by witness, or what has changed of it by whoever has to be told. */
export function viewTimetable(by: ViewKey, request: ViewRequest): TimetableView {
  return VIEWERS[by]({ ...request, describe: createDescriber(request.programme, request.groups) });
}
