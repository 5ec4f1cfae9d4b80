import fc, { type GeneratorValue } from 'fast-check';

/** A module folder in memory: name to text. */
export type Folder = ReadonlyMap<string, string>;

type Cells = readonly string[];

/** Cells that somebody could have typed, and that some reader must refuse, clean or carry through unharmed. */
const ODD: Cells = [
  '',
  ' ',
  '\u00a0',
  '-1',
  '0',
  '1,5',
  '1,234.5',
  '99999999999999999999',
  '1e3',
  '=1+1',
  "'=x",
  '@cmd',
  'a|b',
  '|',
  '||a||',
  'a"b',
  'a;b',
  'a,b',
  'a\nb',
  'constructor',
  '__proto__',
  'Île-de-France',
  'I\u0307le',
  '🦊',
  '\u202eabc',
  '30/02/2018',
  '12/02/2018',
  '25:00',
  '9h',
  'all',
  'tous',
  'A/B',
  'T1/S1',
  'school=X',
  'oui',
  '?',
];

/**
 * Draws a module folder: rosters, themes, rules and a programme that fit together, except that every cell is an odd one
 * in a share of the draws, and that nothing makes sure that a solution exists.
 */
export function drawFolder(draw: GeneratorValue): Folder {
  const oneOf = chooserOf(draw);
  const upTo = (most: number, least = 0): number => draw(fc.integer, { min: least, max: most });
  // One odd cell in so many; 0 for none.
  const oddity = oneOf(0, 0, 0, 200, 30);
  const cell = (text: string): string => (oddity > 0 && upTo(oddity - 1) === 0 ? oneOf(...ODD) : text);
  const some = (items: Cells, most: number): string =>
    Array.from({ length: upTo(most) }, () => oneOf(...items)).join('|');
  const files = new Map<string, string>();
  const delimiter = oneOf(',', ';');
  const write = (name: string, header: Cells, rows: readonly Cells[]): void => {
    const lines = [header, ...rows.map((row) => row.map(cell))].map((row) =>
      row.map((text) => quote(text, delimiter)).join(delimiter),
    );
    files.set(name, `${lines.join(oneOf('\n', '\r\n'))}\n`);
  };
  const list = (least: number, most: number, make: (number: number) => Cells): readonly Cells[] =>
    Array.from({ length: upTo(most, least) }, (_, index) => make(index + 1));

  const themes = list(0, 3, (number) => [`T${number}`, `Theme ${number}`]);
  const themeIds = themes.map(([id]) => id);
  const sessions = list(1, 5, (number) => {
    const start = oneOf('09:00', '10h30', '14:00');
    const kind = oneOf('plenary', 'work', 'hearing', 'work+hearing', 'presentation', 'visit');
    return [`S${number}`, `${10 + number}/02/2018`, start, '17:30', kind, oneOf('', '', 'all', 'groups', ...themeIds)];
  });
  const sessionIds = sessions.map(([id]) => id);
  const internships: Cells = ['préfecture', 'commune', 'ambassade'];
  const schools = oneOf(['X'], ['X', 'Y'], ['X', 'Y', 'Z']);
  const people: string[] = [];
  for (const school of schools) {
    const header = ['id', 'nom', 'prénom', 'stages', 'genre', 'Taille', 'vœux', 'absences'];
    const rows = list(1, 7, (number) => {
      const id = `${school}${number}`;
      people.push(id);
      const own = [some(internships, 3), oneOf('F', 'H', ''), oneOf('1', '2')];
      return [
        id,
        `Nom${oneOf('', 'é', "'", '-x')}${id}`,
        oneOf('Ada', 'Zoé', ''),
        ...own,
        some(themeIds.length > 0 ? themeIds : ['T1'], themeIds.length),
        '',
      ];
    });
    write(`${school}.csv`, header, rows);
  }
  if (themes.length > 0) write('themes.csv', ['theme', 'title'], themes);
  write(
    'rules.csv',
    ['rule', 'who', 'value', 'weight', 'reason'],
    list(0, 4, () => {
      const kind = oneOf('together', 'apart', 'fixed', 'never', 'at_least', 'at_most', 'not_alone');
      const pair = `${oneOf(...people)}|${oneOf(...people)}`;
      const weight = oneOf('', '', '5');
      if (kind === 'together' || kind === 'apart') return [kind, pair, '', weight, ''];
      if (kind === 'fixed' || kind === 'never') return [kind, oneOf(...people), oneOf(...themeIds, 'G01'), weight, ''];
      return [
        kind,
        oneOf('genre=F', 'stages=commune', `school=${schools[0]}`),
        kind === 'not_alone' ? '' : oneOf('1', '2', '3'),
        weight,
        '',
      ];
    }),
  );
  write('sessions.csv', ['session', 'date', 'start', 'end', 'kind', 'audience'], sessions);
  write(
    'rooms.csv',
    ['room', 'capacity', 'uses', 'unavailable'],
    list(1, 5, (number) => [
      `R${number}`,
      oneOf('4', '9', '40'),
      oneOf('', '', 'work', 'plenary|presentation'),
      oneOf('', '', ...sessionIds),
    ]),
  );
  const witnesses = list(1, 4, (number) => [
    `W${number}`,
    `Doe${number}`,
    oneOf('witness', 'witness', 'jury'),
    some(themeIds.length > 0 ? themeIds : [''], 1),
    oneOf('', '1', '2'),
  ]);
  write('witnesses.csv', ['witness', 'family_name', 'role', 'themes', 'max_groups_per_hearing'], witnesses);
  const states = witnesses.flatMap(([who]) =>
    sessionIds.map((session) => [who, session, oneOf('yes', 'yes', 'if_needed', 'no')]),
  );
  write('availability.csv', ['who', 'session', 'state'], states);
  files.set('module.toml', settings({ draw, schools, hasThemes: themes.length > 0 }));
  return files;
}

function chooserOf(draw: GeneratorValue): <T>(...items: readonly T[]) => T {
  return (...items) => items[draw(fc.nat, { max: items.length - 1 })];
}

function settings({ draw, schools, hasThemes }: { draw: GeneratorValue; schools: Cells; hasThemes: boolean }): string {
  const oneOf = chooserOf(draw);
  const optional = (name: string, key = 'file') => oneOf(`${key} = "${name}.csv"`, '');
  const rules = oneOf('[rules]\nfile = "rules.csv"', '');
  return [
    `language = "${oneOf('fr', 'en')}"`,
    ...schools.map((school) => `[[roster]]\nschool = "${school}"\nfile = "${school}.csv"`),
    ...(hasThemes ? ['[themes]\nfile = "themes.csv"'] : []),
    `[groups]\n${oneOf('size = [2, 5]', 'size = [3, 9]', 'size = 4', 'count = 2', 'count = 3')}`,
    oneOf('[balance]\nschool = 100\nstages = 60\nTaille = 7', '[balance]\ngenre = 3', ''),
    oneOf(
      '',
      '',
      `[roles]\nstages = "${oneOf('together', 'pas_seul', 'distinct', 'at_least 1')}"\nTaille = "${oneOf('mean', 'dispersion', 'at_most 2')}"`,
    ),
    rules,
    oneOf('', '[timetable]\nsessions = "sessions.csv"'),
  ]
    .map((part) =>
      part.startsWith('[timetable]')
        ? [
            part,
            optional('rooms', 'rooms'),
            optional('witnesses', 'witnesses'),
            optional('availability', 'availability'),
            `hearings_per_group = ${oneOf(0, 1)}`,
          ].join('\n')
        : part,
    )
    .join('\n\n');
}

function quote(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
