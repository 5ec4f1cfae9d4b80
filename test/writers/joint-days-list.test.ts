import { describe, expect, it } from 'vitest';
import type { JointDays } from '../../src/domain/joint-days.js';
import { jointDaysLine } from '../../src/report/joint-days-line.js';
import { writeJointDays, type JointDaysListRequest } from '../../src/writers/joint-days-list.js';
import { moduleOf } from '../helpers/modules.js';

const [a, b] = moduleOf({ people: 2 }).cohort.participants;
const counts = { halfDays: 5, minutes: 600, earlierHalfDays: 2, totalDays: 3.5, missingDays: 10 };
const jointDays: JointDays = {
  asked: 13.5,
  programmeDays: 4,
  people: [
    { person: { ...a, familyName: 'Zola', school: 'ENA' }, group: 'G01', ...counts },
    { person: b, group: '', halfDays: 0, minutes: 0, earlierHalfDays: 0, totalDays: 0, missingDays: 13.5 },
  ],
};
const written = (request: Omit<JointDaysListRequest, 'jointDays'>, ledger = jointDays) =>
  Buffer.concat([...writeJointDays({ jointDays: ledger, ...request })])
    .toString()
    .split('\r\n');

describe('the list of joint days', () => {
  it('is written in English, in French, and without names', () => {
    expect(written({ dialect: 'rfc4180', language: 'en', pseudonyms: false })).toEqual([
      'id,family_name,given_name,school,group,half_days,days,minutes,earlier_half_days,total_days,missing_days',
      'a,Zola,,ENA,G01,5,2.5,600,2,3.5,10',
      'b,b,,,,0,0,0,0,0,13.5',
      '',
    ]);
    expect(written({ dialect: 'excel-fr', language: 'fr', pseudonyms: true }).slice(0, 2)).toEqual([
      '\uFEFFidentifiant;école;groupe;demi-journées;jours;minutes;demi-journées antérieures;jours en tout;jours manquants',
      'a;ENA;G01;5;2,5;600;2;3,5;10',
    ]);
  });

  it('leaves what is missing empty where nothing is asked for', () => {
    const { asked: _asked, ...open } = jointDays;
    expect(written({ dialect: 'rfc4180', language: 'en', pseudonyms: true }, open)[1]).toBe(
      'a,ENA,G01,5,2.5,600,2,3.5,',
    );
    expect(jointDaysLine(open, 'en')).toBe('Joint days  1.75 per person (0 to 3.5) · 4 in the programme');
  });

  it('is summed up in a line', () => {
    expect(jointDaysLine(jointDays, 'fr')).toBe(
      'Jours communs  1,75 par personne (de 0 à 3,5) · 4 au programme · 13,5 demandés',
    );
    expect(jointDaysLine({ asked: 1, programmeDays: 4, people: [jointDays.people[0]] }, 'fr')).toBe(
      'Jours communs  3,5 par personne · 4 au programme · 1 demandé',
    );
  });
});
