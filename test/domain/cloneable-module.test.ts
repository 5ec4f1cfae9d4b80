import { describe, expect, it } from 'vitest';
import { copyParticipant } from '../../src/domain/participant.js';
import { toCloneable } from '../../src/domain/cloneable-module.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { moduleOf } from '../helpers/modules.js';

describe('a module for a thread', () => {
  it('is cloned with people who were read from a file', () => {
    const bytes = new TextEncoder().encode('id;nom;stages\n1;Bo;mairie\n2;"Ba; Bi";\n');
    const { value: cohort } = readRosters([{ name: 'a.csv', bytes, school: 'ENA' }], new Map());
    const module = { ...moduleOf({ columns: { x: ['u'] }, balance: {}, sizes: [1] }), cohort };
    const { participants } = structuredClone(toCloneable(module)).cohort;
    expect(participants).toEqual(cohort.participants.map((person) => copyParticipant(person)));
    expect(participants.map(({ familyName }) => familyName)).toEqual(['Bo', 'Ba; Bi']);
  });
});
