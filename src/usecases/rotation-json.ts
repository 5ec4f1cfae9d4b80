import { tallyWishes } from '../check/wish-figure.js';
import { summariseMeetings } from '../domain/meeting-figure.js';
import type { Module } from '../domain/module.js';
import { mixOf } from '../domain/mix-figure.js';
import { participantName } from '../domain/participant.js';
import { rotationFolder, type RotationKind } from '../domain/rotation-kind.js';
import { countRepeats, countWanted, type FormedRotation, type RotatedModule } from './form-rotation.js';
import { certifiedJson, groupsJson } from './json-result.js';
import type { OutputOptions } from './list-groups.js';

/**
 * What `rotate` prints: the score of all modules together and of one formed alone, how many meet again, then each module as `groups` prints one,
 * and whom everybody meets; with `pseudonyms` by id alone.
 */
export function rotationJson(
  module: Module,
  kind: RotationKind,
  formed: FormedRotation,
  { pseudonyms }: Pick<OutputOptions, 'pseudonyms'>,
): object {
  const { modules, alone, total, score, meetings, repeatsBound, stopped } = formed;
  const nameOf = new Map(
    module.cohort.participants.map((person) => [person.key, pseudonyms ? person.id : participantName(person)]),
  );
  const name = (key: string) => nameOf.get(key) ?? key;
  const repeats = countRepeats(modules);
  return {
    title: module.settings.title,
    kind,
    count: modules.length,
    hard: score.hard,
    score: certifiedJson(total),
    alone: judgedJson(module, alone),
    repeats: { count: repeats, wanted: countWanted(modules), bound: repeatsBound, isLeast: repeats <= repeatsBound },
    met: summariseMeetings(meetings),
    stopped,
    modules: modules.map((own, index) =>
      moduleJson(withEarlierLists(module, kind, index), own, index, formed, pseudonyms),
    ),
    people: meetings.people.map(({ key, before, fresh, again }) => ({
      person: name(key),
      before,
      now: fresh,
      again: again.map(name),
    })),
  };
}

/** The score of one module, its mix by itself, and its wishes where it has any. */
function judgedJson(module: Module, { report, certificate }: Pick<RotatedModule, 'report' | 'certificate'>): object {
  const wishes = tallyWishes(module, report);
  return {
    ...certifiedJson(certificate.total),
    mix: certifiedJson(mixOf(module, certificate)),
    ...(wishes === undefined ? {} : { wishes }),
  };
}

function moduleJson(
  module: Module,
  { grouping, report, certificate, meetings }: RotatedModule,
  index: number,
  { stopped }: FormedRotation,
  pseudonyms: boolean,
): object {
  const judged = { ...report, ...(meetings === undefined ? {} : { meetings }) };
  return {
    number: index + 1,
    mix: certifiedJson(mixOf(module, certificate)),
    ...groupsJson(module, { grouping, report: judged, certificate, stopped, starts: [] }, { pseudonyms }),
  };
}

/** The module after so many others of the rotation, which go by the names of their lists. */
function withEarlierLists(module: Module, kind: RotationKind, before: number): Module {
  const lists = Array.from({ length: before }, (_, index) => ({
    groups: `${rotationFolder(kind, index + 1)}/groups.csv`,
  }));
  return { ...module, settings: { ...module.settings, history: [...(module.settings.history ?? []), ...lists] } };
}
