import type { Module } from './module.js';
import { copyParticipant } from './participant.js';

/** A module of which `structuredClone`, and so a thread, gets a true copy: the structured clone algorithm (HTML Standard, 2.7) leaves out what is read on demand. */
export function toCloneable(module: Module): Module {
  const participants = module.cohort.participants.map((person) => copyParticipant(person));
  return { ...module, cohort: { ...module.cohort, participants } };
}
