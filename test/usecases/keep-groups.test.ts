import { describe, expect, it } from 'vitest';
import { readRosters } from '../../src/readers/roster-reader.js';
import { explainGone, keepGroups } from '../../src/usecases/keep-groups.js';
import { diagnose } from '../../src/domain/diagnostic.js';
import { brief, file, NO_COLUMNS } from '../readers/facts.js';

const NAMES = ['Bo Ann', 'Le Goff Éva', 'Roy Max', 'Zed Luc', 'Dupont Zoé', 'Martin Paul', 'Petit Léa', 'Morel Ian'];
const cohort = readRosters(
  [
    {
      ...file(
        `id;nom;prénom\n${NAMES.map((name, p) => `${p + 1};${name.replace(/ (?=\S+$)/, ';')}`).join('\n')}\n`,
        'a.csv',
      ),
      school: 'ENA',
    },
  ],
  NO_COLUMNS,
).value;

const keep = (text: string, size = { min: 3, max: 5 }) => {
  const request = {
    layout: { themes: [], people: cohort.participants.length, groupSize: size },
    cohort,
    columns: NO_COLUMNS,
  };
  const { value, diagnostics } = keepGroups(file(text, 'groups.csv'), request);
  const idOf = new Map(cohort.participants.map(({ key, id }) => [key, id]));
  return {
    groups: value?.groups.map(({ label, size: people }) => `${label} ${people}`),
    placed: [...(value?.kept.earlier.assignment ?? [])].map(([key, group]) => `${idOf.get(key)} ${group}`).sort(),
    gone: value?.kept.earlier.gone.map(({ id, familyName, group }) => `${id || familyName} ${group}`),
    kept: value?.kept,
    said: brief(diagnostics),
  };
};

describe('a list whose groups go on', () => {
  it('says who was where, who has left, and which groups there are', () => {
    const { groups, placed, gone, said } = keep('group,id\nG01,1\nG01,2\nG01,3\nG01,99\nG02,4\nG02,5\nG02,6\nG02,7\n');
    expect(groups).toEqual(['G01 4', 'G02 4']);
    expect(placed).toEqual(['1 G01', '2 G01', '3 G01', '4 G02', '5 G02', '6 G02', '7 G02']);
    expect({ gone, said }).toEqual({ gone: ['99 G01'], said: [] });
  });

  it('knows people whose names somebody has typed, and says where that is a guess', () => {
    const { placed, gone, said } = keep(
      'Groupe;Nom;Prénom\nG01;Bo;Ann\nG01;Le Gof;Éva\nG01;Roy;Max\nG01;Zed;Luc\nG02;Dupont;Zoé\nG02;Martin;Paul\nG02;Inconnu;Guy\n',
    );
    expect(placed).toHaveLength(6);
    expect(gone).toEqual(['Inconnu G02']);
    expect(said).toEqual(['warning person.in-doubt groups.csv:3:2 [Nom] "Le Gof Éva"']);
  });

  it('takes nobody for somebody with another id, however near the name', () => {
    const { gone } = keep(
      'group,id,nom,prénom\nG01,1,Bo,Ann\nG01,2,Le Goff,Éva\nG01,3,Roy,Max\nG02,900,Duponte,Zoé\nG02,4,Zed,Luc\n',
    );
    expect(gone).toEqual(['900 G02']);
  });

  it('is refused where a label is a slip, where somebody stands twice, and where most people are others', () => {
    expect(keep('group,id\nG01,1\nG01,2\nG01,3\nG02,4\nG02,5\nG0Z,6\n').said).toEqual([
      'repair.misspelt-label groups.csv:7 "G0Z" -> G01',
    ]);
    expect(keep('group,id\nG01,1\nG02,1\nG02,2\n').said).toEqual(['list.twice groups.csv:3']);
    expect(keep('group,id\nG01,1\nG01,97\nG02,98\n').said).toEqual(['repair.other-module groups.csv']);
  });

  it('explains what names those who have left', () => {
    const { kept } = keep('group,id,nom,prénom\nG01,1,Bo,Ann\nG01,2,,\nG01,3,,\nG02,99,Parti,Jean\nG02,4,,\n');
    if (kept === undefined) throw new Error('expected groups');
    const unknown = (value: string) =>
      diagnose(
        'error',
        'reference.unknown',
        { kind: 'person', known: [], count: 0 },
        { source: { file: 'rules.csv', line: 2 }, value },
      );
    const codes = explainGone([unknown('99'), unknown('Jean Parti'), unknown('77')], kept).map(({ code }) => code);
    expect(codes).toEqual(['repair.left-in-rule', 'repair.left-in-rule', 'reference.unknown']);
  });
});
