import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../src/report/messages/index.js';
import { checkModule } from '../../src/usecases/check-module.js';
import { moduleOf } from '../helpers/modules.js';

describe('checkModule', () => {
  it('names some of many values that cannot be in every group, and counts the others', () => {
    const people = 60;
    const names = Array.from({ length: people }, (_, person) => String.fromCodePoint(0x4e00 + person)).join('');
    const { notes } = checkModule(moduleOf({ columns: { school: names }, sizes: [30, 30], balance: { school: 1 } }));
    const note = notes.find(({ code }) => code === 'balance.fewer-than-groups');
    if (note === undefined) throw new Error('no note');
    expect(note.params).toMatchObject({ otherLevels: people - 50, groups: 2 });
    expect(sentenceOf(note, 'en')).toMatch(/ \(1\) and 10 others\.$/);
    expect(sentenceOf(note, 'fr')).toMatch(/ \(1\) et 10 autres\.$/);
  });
});
