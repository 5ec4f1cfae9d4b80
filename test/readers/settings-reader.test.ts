import { beforeAll, describe, expect, it } from 'vitest';
import { loadEncodings } from '../../src/readers/encodings.js';
import { defaultSettings, readSettings } from '../../src/readers/settings-reader.js';
import { flagSource, isTimezone, parseBalance, parseRoster, parseSize } from '../../src/readers/settings-values.js';
import { locateKeys } from '../../src/readers/toml-lines.js';
import { brief, file } from './facts.js';

beforeAll(loadEncodings);

const read = (text: string) => {
  const { value, diagnostics } = readSettings(file(text, 'module.toml'));
  return { settings: value, errors: brief(diagnostics) };
};

describe('readSettings', () => {
  it('reads all there is', () => {
    const { settings, errors } = read(`
title = "Regards croisés 2018"
language = "en"
timezone = "Europe/Brussels"
seed = 2018
[[roster]]
school = "ENA"
file = "ena.csv"
[[roster]]
file = "inet.csv"
encoding = "windows-1252"
[themes]
file = "themes.csv"
wishes = 2
observed = 0
[groups]
size = [9, 10]
count = 16
[balance]
"école" = 100
stages = 60
"Âge" = 5
[rules]
file = "rules.csv"
[timetable]
sessions = "s.csv"
rooms = "r.csv"
witnesses = "w.csv"
availability = "a.csv"
hearings_per_group = 2
joint_days = 13.5
travel = "t.csv"
weights = { rooms = 0 }
[history]
timetables = ["../a/t.csv", "../b/t.csv"]
groups = ["../a/g.csv", "../b/g.csv"]
[columns]
"Structure d'accueil" = "stages"
`);
    expect(errors).toEqual([]);
    expect(settings).toEqual({
      title: 'Regards croisés 2018',
      language: 'en',
      timezone: 'Europe/Brussels',
      seed: '2018',
      rosters: [
        { school: 'ENA', file: 'ena.csv' },
        { school: '', file: 'inet.csv', encoding: 'windows-1252' },
      ],
      themesFile: 'themes.csv',
      wishWeight: 2,
      observedWeight: 0,
      groupSize: { min: 9, max: 10 },
      groupCount: 16,
      balance: new Map([
        ['school', 100],
        ['internships', 60],
        ['age', 5],
      ]),
      rulesFile: 'rules.csv',
      timetable: {
        sessions: 's.csv',
        rooms: 'r.csv',
        witnesses: 'w.csv',
        availability: 'a.csv',
        hearingsPerGroup: 2,
        jointDays: 13.5,
        travel: 't.csv',
        weights: { rooms: 0 },
      },
      history: [
        { timetable: '../a/t.csv', groups: '../a/g.csv' },
        { timetable: '../b/t.csv', groups: '../b/g.csv' },
      ],
      columns: new Map([['structuredaccueil', 'stages']]),
    });
  });

  it('has defaults for an empty file', () => {
    const { settings, errors } = read('');
    expect(errors).toEqual([]);
    expect(settings).toStrictEqual(defaultSettings());
    expect(settings).toMatchObject({ title: '', language: 'fr', timezone: 'Europe/Paris', seed: 'brassage' });
  });

  it('has nothing beside what is there', () => {
    expect(read('[[roster]]\nfile = "a.csv"\n').settings.rosters).toStrictEqual([{ school: '', file: 'a.csv' }]);
    const { timetable } = read('[timetable]\nsessions = "s"\n').settings;
    expect(timetable).toStrictEqual({ sessions: 's', hearingsPerGroup: 0 });
    const without = read('[timetable]\nrooms = "r"\n');
    expect(without.settings).toStrictEqual(defaultSettings());
    expect(without.errors).toEqual(['settings.missing-key module.toml:1 [timetable.sessions]']);
    const of = (text: string) => {
      const { history, historyWeight } = read(`[history]\n${text}\n`).settings;
      return { history, historyWeight };
    };
    expect(of('weight = 3')).toStrictEqual({ history: undefined, historyWeight: 3 });
    expect(read('[history]\n').settings).toStrictEqual(defaultSettings());
    expect(of('groups = ["g"]').history).toStrictEqual([{ groups: 'g' }]);
    expect(of('files = ["g"]\nweight = 0')).toStrictEqual({ history: [{ groups: 'g' }], historyWeight: 0 });
  });

  it('keeps nothing of what is in error, and all else', () => {
    const { settings } = read(
      'language = "de"\ntitle = 3\n[[roster]]\nschool = "ENA"\n[[roster]]\nfile = "b"\nencoding = "utf-99"\n[[roster]]\nfile = "c"\nseparator = "&"\n',
    );
    expect(settings).toMatchObject({ language: 'fr', title: '', rosters: [{ school: '', file: 'c' }] });
  });

  it('takes weights from 0 to their most, and the language of the default', () => {
    const text =
      'language = "fr"\nseed = "x"\n[balance]\nschool = 0\nstages = 999999999\n[timetable]\nsessions = "s"\nweights = { gaps = 100000, rooms = 0 }\njoint_days = 0\n';
    const { settings, errors } = read(text);
    expect(errors).toEqual([]);
    expect([...(settings.balance ?? [])]).toEqual([
      ['school', 0],
      ['internships', 999_999_999],
    ]);
    expect(settings).toMatchObject({ seed: 'x', timetable: { weights: { gaps: 100_000, rooms: 0 }, jointDays: 0 } });
    for (const [line, value] of [
      ['[balance]\nschool = -1', '-1'],
      ['[balance]\nschool = 1000000000', '1000000000'],
    ])
      expect(read(line).errors).toEqual([`settings.not-a-weight module.toml:2 [balance.school] "${value}"`]);
    expect(read('[timetable]\nsessions = "s"\nweights = { gaps = -1 }').errors).toHaveLength(1);
  });

  it.each([
    ['language = "de"', { expected: ['fr', 'en'], expectedFrench: ['fr', 'en'] }],
    ['a = 1\na = 2', { key: 'a', firstLine: 1 }],
    ['[columns]\nx = "stagse"', { header: 'x' }],
    ['[balance]\nschool = 1.5', { key: 'school' }],
    ['[balance]\nschool = 1\n"école" = 2', { first: 'school' }],
    ['[timetable]\nsessions = "s"\nweights = { gaps = 1.5 }', { most: 100_000 }],
    ['[[roster]]\nfile = "a"\nshool = "c"', { table: 'roster', known: ['school', 'file', 'encoding', 'separator'] }],
    ['title = 3', { expected: 'text' }],
    ['roster = "a"', { expected: 'tables' }],
    ['roster = [{ file = "a" }, 3]', { expected: 'tables' }],
    ['groups = 3', { expected: 'table' }],
    ['groups = 2018-02-12', { expected: 'table' }],
    ['[groups]\ncount = "9"', { expected: 'whole-number' }],
    ['[groups]\ncount = 1.5', { least: 1 }],
    ['[groups]\ncount = 0', { least: 1 }],
    ['[timetable]\nsessions = "s"\njoint_days = "x"', { expected: 'number' }],
    ['[timetable]\nsessions = "s"\njoint_days = inf', { expected: 'number' }],
    ['[[roster]]\nschool = "ENA"', { key: 'file' }],
    ['[history]\ntimetables = [3]', { expected: 'texts' }],
    ['[history]\ntimetables = ["a"]', { timetables: 1, groups: 0 }],
  ])('says beside what is wrong what was expected: %j', (text, params) => {
    expect(readSettings(file(text, 'module.toml')).diagnostics.map((each) => each.params)).toEqual([params]);
  });

  it('suggests none but the first two words of a column', () => {
    expect(read('[columns]\nx = "lsat name"').errors).toEqual([
      'settings.unknown-column module.toml:2 [columns.x] "lsat name"',
    ]);
  });

  it('is not read where its bytes are no text', () => {
    const { value, diagnostics } = readSettings({ name: 'm.toml', bytes: Uint8Array.of(0x61, 0) });
    expect(value).toEqual(defaultSettings());
    expect(brief(diagnostics)).toEqual(['file.nul-byte m.toml:1']);
    expect(read('title = "RenÃ©"').errors).toEqual(['warning file.spoiled-letters module.toml:1 "RenÃ©"']);
  });

  it('shows a table as such, and a date as it is typed', () => {
    expect(read('title = { a = 1 }').errors).toEqual(['settings.wrong-type module.toml:1 [title] "{…}"']);
    expect(read('title = 2018-02-12').errors).toEqual(['settings.wrong-type module.toml:1 [title] "2018-02-12"']);
    expect(read('title = 09:30:00').errors).toEqual(['settings.wrong-type module.toml:1 [title] "09:30:00.000"']);
    expect(read('  title = no quotes  ').errors).toEqual(['settings.syntax module.toml:1:11 "title = no quotes"']);
  });

  it('names the eleventh roster as it does the first', () => {
    const many = '[[roster]]\nfile = "a"\n'.repeat(10);
    expect(read(`${many}[[roster]]\nfile = "b"\nshool = "c"\n`).errors).toEqual([
      'settings.unknown-key module.toml:23 [roster.shool] "shool" -> school',
    ]);
  });

  it.each([
    ['titel = "x"', 'settings.unknown-key module.toml:1 [titel] "titel" -> title'],
    ['\n[group]\nsize = 9', 'settings.unknown-key module.toml:2 [group] "group" -> groups'],
    [
      '[timetable]\nsessions = "s"\n\nhearing_per_group = 2',
      'settings.unknown-key module.toml:4 [timetable.hearing_per_group] "hearing_per_group" -> hearings_per_group',
    ],
    [
      '[[roster]]\nfile = "a"\n[[roster]]\nfile = "b"\nshool = "c"',
      'settings.unknown-key module.toml:5 [roster.shool] "shool" -> school',
    ],
    ['[groups]\ntaille = 9', 'settings.unknown-key module.toml:2 [groups.taille] "taille" -> size'],
    ['[groupes]\ncount = 9', 'settings.unknown-key module.toml:1 [groupes] "groupes" -> groups'],
    [
      '[timetable]\nsessions = "s"\nrooms = "r"\n\nrooms = 100',
      'settings.key-twice module.toml:5 [timetable.rooms] "rooms = 100"',
    ],
    ['[history]\nweight = 1\n[history]\n', 'settings.key-twice module.toml:3 [history] "[history]"'],
    ['[history]\nfiles = ["a"]\ngroups = ["b"]', 'history.lists-twice module.toml:2 [history.files]'],
    ['[history]\nweight = -1', 'cell.not-a-whole-number module.toml:2 [history.weight] "-1"'],
    [
      '[history]\ntimetable = ["a"]',
      'settings.unknown-key module.toml:2 [history.timetable] "timetable" -> timetables',
    ],
    ['[history]\ntimetables = ["a", 3]', 'settings.wrong-type module.toml:2 [history.timetables] "[a, 3]"'],
    ['[history]\n\ntimetables = ["a", "b"]\ngroups = ["c"]', 'history.unpaired module.toml:4 [history.groups]'],
    ['[history]\ntimetables = "a"', 'history.unpaired module.toml:2 [history.timetables]'],
    [
      '[timetable]\nsessions = "s"\njoint_days = "13,5"',
      'settings.wrong-type module.toml:3 [timetable.joint_days] "13,5"',
    ],
    ['[timetable]\nsessions = "s"\njoint_days = -1', 'settings.wrong-type module.toml:3 [timetable.joint_days] "-1"'],
    ['[timetable]\nsessions = "s"\njoint_days = nan', 'settings.wrong-type module.toml:3 [timetable.joint_days] "NaN"'],
    [
      '[timetable]\nsessions = "s"\n[timetable.weights]\nrooms = 1.5',
      'settings.not-a-timetable-weight module.toml:4 [timetable.weights.rooms] "1.5"',
    ],
    [
      '[timetable]\nsessions = "s"\nweights = { gaps = 100001 }',
      'settings.not-a-timetable-weight module.toml:3 [timetable.weights.gaps] "100001"',
    ],
    [
      '[timetable]\nsessions = "s"\n[timetable.weights]\nroom = 1',
      'settings.unknown-key module.toml:4 [timetable.weights.room] "room" -> rooms',
    ],
    [
      '[timetable]\nsessions = "s"\njoint_day = 13',
      'settings.unknown-key module.toml:3 [timetable.joint_day] "joint_day" -> joint_days',
    ],
    ['title = 3', 'settings.wrong-type module.toml:1 [title] "3"'],
    ['roster = "a.csv"', 'settings.wrong-type module.toml:1 [roster] "a.csv"'],
    ['groups = [9]', 'settings.wrong-type module.toml:1 [groups] "[9]"'],
    ['[[roster]]\nschool = "ENA"', 'settings.missing-key module.toml:1 [roster.file]'],
    ['[[roster]]\nfile = "a"\nencoding = "utf-99"', 'file.unknown-encoding module.toml:3 [roster.encoding] "utf-99"'],
    ['language = "de"', 'cell.not-one-of module.toml:1 [language] "de"'],
    ['timezone = "Europe/Pari"', 'settings.unknown-timezone module.toml:1 [timezone] "Europe/Pari" -> Europe/Paris'],
    ['[groups]\nsize = [10, 9]', 'settings.not-a-size module.toml:2 [groups.size] "[10, 9]"'],
    ['[groups]\nsize = "nine"', 'settings.not-a-size module.toml:2 [groups.size] "nine"'],
    ['[groups]\nsize = [9, 10, 11]', 'settings.not-a-size module.toml:2 [groups.size] "[9, 10, 11]"'],
    ['[groups]\ncount = 0', 'cell.not-a-whole-number module.toml:2 [groups.count] "0"'],
    ['[themes]\nfile = "t"\nwishes = -1', 'cell.not-a-whole-number module.toml:3 [themes.wishes] "-1"'],
    ['[themes]\nfile = "t"\nobserved = "1"', 'settings.wrong-type module.toml:3 [themes.observed] "1"'],
    ['[balance]\nschool = 1.5', 'settings.not-a-weight module.toml:2 [balance.school] "1.5"'],
    ['[balance]\nschool = 1\nécole = 2', 'settings.syntax module.toml:3:1 "école = 2"'],
    ['[balance]\nschool = 1\n"école" = 2', 'settings.attribute-twice module.toml:3 [balance.école] "école"'],
    ['[columns]\nx = "stagse"', 'settings.unknown-column module.toml:2 [columns.x] "stagse" -> stages'],
    ['title = no quotes', 'settings.syntax module.toml:1:9 "title = no quotes"'],
  ])('reports %j', (text, expected) => {
    expect(read(text).errors).toEqual([expected]);
  });

  it('takes names of several people by either word, one or a list', () => {
    const { settings } = read('namesakes = "Bo Al"\nhomonymes = ["Lefèvre Camille",\n  "Roux Zoé"]\n');
    const at = (line: number, column: string) => ({ file: 'module.toml', line, column });
    expect(settings.namesakes).toEqual([
      { name: 'Bo Al', source: at(1, 'namesakes') },
      { name: 'Lefèvre Camille', source: at(2, 'homonymes') },
      { name: 'Roux Zoé', source: at(2, 'homonymes') },
    ]);
    expect(read('homonymes = [1]\n').errors).toEqual(['settings.wrong-type module.toml:1 [homonymes] "[1]"']);
    expect(read('').settings.namesakes).toBeUndefined();
  });

  it('takes a size as a number, a pair or a text', () => {
    expect(read('[groups]\nsize = 9').settings.groupSize).toEqual({ min: 9, max: 9 });
    expect(read('[groups]\nsize = "9..10"').settings.groupSize).toEqual({ min: 9, max: 10 });
  });
});

describe('locateKeys', () => {
  it('finds keys after values over several lines', () => {
    const lines = locateKeys(
      'a = [\n  1, # ] x = 3\n  "b = 2]",\n]\nc = """\nd = 1\n"""\n[e."f g"]\n"h=i" = {j = 1}\n[[k]]\nl = 1\n[[k]]\nl = 2\n',
    );
    expect([...lines]).toEqual([
      ['a', 1],
      ['c', 5],
      ['e.f g', 8],
      ['e.f g.h=i', 9],
      ['k[0]', 10],
      ['k[0].l', 11],
      ['k[1]', 12],
      ['k[1].l', 13],
    ]);
  });
});

describe('locateKeys, after a value of one line', () => {
  it.each([
    '"["',
    "'['",
    "']'",
    '"\\"["',
    "'\\'",
    '"\\\\"',
    '"""["""',
    "'''[{'''",
    '""" " """',
    '["]", \'[\'] # [',
    '[[1], { x = [2] }]',
    '{ x = "}" }',
    '1 # "',
    '"a" # [',
    '"#"',
    '["#", "["]',
  ])('%s, knows the line of the next', (value) => {
    expect([...locateKeys(`a = ${value}\nb = 1\n`)]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it.each([
    '[\n[1],\n{ b = 1 },\n"]"]',
    "'''\nb = 1\n'''",
    '"""\nb = "\n"""',
    '[ # ]\nb = 1\n]',
    '[\n"""\nb = 1\n]""",\n1]',
    '{ x = [\n1], y = 2 }',
  ])('of several lines, %j, knows it too', (value) => {
    const text = `a = ${value}\nc = 1\n`;
    expect([...locateKeys(text)]).toEqual([
      ['a', 1],
      ['c', value.split('\n').length + 1],
    ]);
  });

  it('knows keys in any quotes and spaces, and none in a comment', () => {
    const text = "  'a b'.c=1\n\"d\\\"e\" \t = 2\n# f = 3\n\n'g=h' = 4\n['i j']\nk.l = 5 = 6\n";
    expect([...locateKeys(text)]).toEqual([
      ['a b.c', 1],
      ['d\\"e', 2],
      ['g=h', 5],
      ['i j', 6],
      ['i j.k.l', 7],
    ]);
  });
});

describe('values of flags', () => {
  const flag = flagSource('--x');

  it.each([
    ['9', { min: 9, max: 9 }],
    ['9..10', { min: 9, max: 10 }],
    [' 9-10 ', { min: 9, max: 10 }],
    ['9–10', { min: 9, max: 10 }],
    ['1', { min: 1, max: 1 }],
    ['10 à 12', { min: 10, max: 12 }],
  ])('reads the size %j', (text, expected) => {
    expect(parseSize(text, flag)).toEqual({ value: expected, diagnostics: [] });
  });

  it.each(['', '0', '10..9', 'nine', '9,10', '9..'])('refuses the size %j', (text) => {
    const { value, diagnostics } = parseSize(text, flag);
    expect(value).toBeUndefined();
    expect(brief(diagnostics)).toEqual([`settings.not-a-size --x "${text}"`]);
  });

  it('reads weights in either language', () => {
    expect(parseBalance('école =100,, internships= 60,', flag)).toEqual({
      value: new Map([
        ['school', 100],
        ['internships', 60],
      ]),
      diagnostics: [],
    });
  });

  it.each([
    ['school', 'settings.not-a-balance --x "school"'],
    ['', 'settings.not-a-balance --x ""'],
    ['school=-1', 'settings.not-a-weight --x "-1"'],
    ['school=1x', 'settings.not-a-weight --x "1x"'],
    ['school=1 2', 'settings.not-a-balance --x "school=1 2"'],
    ['=school=1', 'settings.not-a-balance --x "=school=1"'],
    ['school=1,école=2', 'settings.attribute-twice --x "école"'],
  ])('refuses the weights %j', (text, expected) => {
    expect(brief(parseBalance(text, flag).diagnostics)).toEqual([expected]);
  });

  it('knows time zones by their names', () => {
    const zones = ['Europe/Paris', 'UTC', 'America/New_York', 'Etc/GMT+1', 'Europe/Nowhere', 'Paris', 'GMT', 'utc', ''];
    expect(zones.filter(isTimezone)).toEqual(['Europe/Paris', 'UTC', 'America/New_York', 'Etc/GMT+1']);
  });

  it('reads rosters with and without a school', () => {
    expect(parseRoster('ENA=a=b.csv', flag).value).toEqual({ school: 'ENA', file: 'a=b.csv' });
    expect(parseRoster('ENA = a.csv ', flag)).toEqual({ value: { school: 'ENA', file: 'a.csv' }, diagnostics: [] });
    expect(parseRoster('=a.csv', flag).value).toEqual({ school: '', file: 'a.csv' });
    expect(parseRoster('all.csv', flag).value).toEqual({ school: '', file: 'all.csv' });
    expect(brief(parseRoster('ENA=', flag).diagnostics)).toEqual(['settings.not-a-roster --x "ENA="']);
  });
});
