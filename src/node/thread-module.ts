import type { Module } from '../domain/module.js';
import { copyParticipant } from '../domain/participant.js';

/** A module that a thread gets a true copy of: the structured clone algorithm (HTML Standard, 2.7) leaves out what is read on demand. */
export function toCloneable(module: Module): Module {
  const participants = module.cohort.participants.map((person) => copyParticipant(person));
  return { ...module, cohort: { ...module.cohort, participants } };
}
