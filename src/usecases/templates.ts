import type { Language } from '../domain/settings.js';
import { formatCells } from '../writers/csv.js';
import { CSV_SHAPES } from '../writers/csv-dialect.js';
import { encodeUtf8 } from '../writers/utf8.js';
import type { OutputFiles } from './files.js';

interface Template {
  readonly name: string;
  readonly text: string;
}

/** The parts of `module.toml` that depend on whose module it is: whole lines of TOML, each ended. */
export interface SettingsParts {
  readonly title: string;
  readonly rosters: string;
  /** With the comment before it. */
  readonly columns: string;
  /** With the comment before it. */
  readonly themes: string;
  readonly groups: string;
  readonly balance: string;
}

/**
 * The files of a new module: a commented `module.toml` and tables that hold their headers, in one language.
 *
 * @param parts what is known of the module; absent: nothing, and there are two empty rosters to be filled
 * @param themes rows of themes.csv, a cell each, to begin with
 */
export function moduleTemplate(
  language: Language,
  parts?: SettingsParts,
  themes: readonly (readonly string[])[] = [],
): OutputFiles {
  const { settings, defaults, rosters, tables } = language === 'fr' ? FRENCH : ENGLISH;
  const own = parts ?? defaults;
  const text = settings.replace(
    /\{(title|rosters|columns|themes|groups|balance)\}/g,
    (_, part: keyof SettingsParts) => own[part],
  );
  const others = parts === undefined ? [...rosters, ...tables] : tables;
  return new Map([
    ['module.toml', encodeUtf8(text)],
    ...others.map((table): [string, Uint8Array] => {
      const rows = table.name === THEMES_NAME ? linesOf(themes, language) : '';
      return [table.name, encodeUtf8(asExcelFile(`${table.text}${rows}`))];
    }),
  ]);
}

/** The parts of a module of which nothing is known. */
export const TEMPLATE_PARTS: Readonly<Record<Language, SettingsParts>> = {
  get fr() {
    return FRENCH.defaults;
  },
  get en() {
    return ENGLISH.defaults;
  },
};

const THEMES_NAME = 'themes.csv';

/** Rows in the dialect of the tables. */
function linesOf(rows: readonly (readonly string[])[], language: Language): string {
  const shape = CSV_SHAPES[language === 'fr' ? 'excel-fr' : 'excel'];
  return rows.map((cells) => `${formatCells(cells, shape)}\n`).join('');
}

/** Excel takes a file without a byte order mark for Windows-1252, and ends lines with CRLF. */
function asExcelFile(text: string): string {
  return `\ufeff${text.replaceAll('\n', '\r\n')}`;
}

interface Templates {
  /** The text of `module.toml`, its parts in braces. */
  readonly settings: string;
  readonly defaults: SettingsParts;
  readonly rosters: readonly Template[];
  readonly tables: readonly Template[];
}

const FRENCH: Templates = {
  settings: `# Un module commun : les élèves, les thèmes, les groupes et leur emploi du temps.
# Une ligne qui commence par # est un commentaire. Enlevez le # pour activer un réglage.

{title}language = "fr"                  # langue des listes produites : fr ou en
timezone = "Europe/Paris"
seed = "premier tirage"          # même graine, mêmes fichiers ; une autre graine donne un autre tirage, aussi bon

# Une liste par école, en CSV ou dans un classeur ("ecoles.xlsx#ENA" pour l'une de ses feuilles). Colonnes
# reconnues : identifiant, nom, prénom, stages, région, genre, concours, vœux, thèmes observés, courriel, absences.
# Plusieurs valeurs dans une case : séparées par |
{rosters}
{columns}
{themes}
[groups]
{groups}
# Ce qu'il faut mélanger, et avec quel poids. Ce qui n'est pas nommé n'est pas mélangé.
# Grands devant le poids 1 d'un vœu : les vœux sont suivis là où cela ne coûte aucun mélange.
[balance]
{balance}
# Ce qui n'est pas à répartir également, critère par critère ou valeur par valeur : ensemble, pas_seul, au_moins 2, au_plus 2,
# différents ; pour des nombres : moyenne, dispersion.
# [roles]
# "stages=ambassade" = "pas_seul"

# Les règles : ensemble, séparés, fixé… : voir rules.csv, puis enlevez les #.
# [rules]
# file = "rules.csv"

# L'emploi du temps : remplissez les tableaux, puis enlevez les #.
# [timetable]
# sessions = "sessions.csv"
# rooms = "rooms.csv"
# witnesses = "witnesses.csv"
# availability = "availability.csv"
# travel = "travel.csv"          # minutes d'un site à l'autre : de;vers;minutes
# hearings_per_group = 2         # grands témoins entendus par chaque groupe
# joint_days = 13.5              # jours communs demandés à chacun, ce module et les précédents compris

# Ce qui compte plus ou moins que d'habitude dans l'emploi du temps ; 0 : pas du tout. À activer avec [timetable].
# weights.site_changes = 300     # un groupe ou un invité change de site dans la journée
# weights.rooms = 100            # une salle de plus pour un groupe
# weights.same_day = 100         # deux auditions d'un groupe le même jour
# weights.half_days = 10         # matins et après-midi d'audition inégaux

# Les modules précédents, du plus ancien au plus récent : ceux qui se sont déjà rencontrés sont séparés autant que possible. Avec
# l'emploi du temps de chacun, leurs jours communs et leurs rangs de passage en restitution comptent aussi.
# [history]
# groups = ["../module-1/out/groups.csv"]
# timetables = ["../module-1/out/timetable.csv"]
# weight = 30                    # de se retrouver ; sans ce réglage le mélange passe avant ; 0 : peu importe
`,
  defaults: {
    title: 'title = "Mon module"\n',
    rosters: `[[roster]]
school = "École A"
file = "ecole-a.csv"

[[roster]]
school = "École B"
file = "ecole-b.csv"
`,
    columns: `# Les colonnes qui portent un autre nom dans vos fichiers :
# [columns]
# "Structures d'accueil" = "internships"
`,
    themes: `# Les thèmes et leurs volets : voir themes.csv, puis enlevez les #.
# [themes]
# file = "themes.csv"
# wishes = 1                     # poids d'un rang de vœu perdu ; 300 en exauce bien plus, au prix d'un peu de mélange
# observed = 1                   # poids d'un thème jamais observé en stage
`,
    groups: 'size = [8, 10]                   # ou : count = 16\n',
    balance: `school = 1000
# internships = 600
# gender = 300
# region = 100
`,
  },
  rosters: [
    {
      name: 'ecole-a.csv',
      text: 'identifiant;nom;prénom;genre;concours;stages;région;vœux;thèmes observés;courriel;absences\n',
    },
    {
      name: 'ecole-b.csv',
      text: 'identifiant;nom;prénom;genre;concours;stages;région;vœux;thèmes observés;courriel;absences\n',
    },
  ],
  tables: [
    { name: 'themes.csv', text: 'thème;titre;volet;intitulé;groupes;min;max\n' },
    { name: 'rules.csv', text: 'règle;qui;valeur;poids;motif\n' },
    { name: 'sessions.csv', text: 'séance;date;début;fin;type;titre;public;site;minutes;pause\n' },
    { name: 'rooms.csv', text: 'salle;site;capacité;usages;indisponible\n' },
    { name: 'travel.csv', text: 'de;vers;minutes\n' },
    {
      name: 'witnesses.csv',
      text: 'témoin;titre;nom;prénom;fonction;organisation;rôle;thèmes;max_séances;max_groupes_par_audition;arrivée;départ;courriel\n',
    },
    { name: 'availability.csv', text: 'qui;séance;état\n' },
  ],
};

const ENGLISH: Templates = {
  settings: `# A joint module: the people, the themes, the groups and their timetable.
# A line that begins with # is a comment. Take the # away to switch a setting on.

{title}language = "en"                  # language of the lists made: fr or en
timezone = "Europe/Paris"
seed = "first draw"              # same seed, same files; another seed gives another draw, as good

# One roster per school, in CSV or in a workbook ("schools.xlsx#ENA" for one of its sheets). Columns known: id,
# family_name, given_name, internships, region, gender, route, wishes, observed, email, absences. Several values
# in a cell: separated by |
{rosters}
{columns}
{themes}
[groups]
{groups}
# What to mix, and with what weight. What is not named is not mixed.
# Large beside the weight 1 of a wish: wishes are followed where that costs no mixing.
[balance]
{balance}
# What is not to be shared out evenly, by attribute or by value: together, not_alone, at_least 2, at_most 2, distinct;
# for numbers: mean, spread.
# [roles]
# "internships=embassy" = "not_alone"

# Rules: together, apart, fixed…: fill rules.csv, then take the # away.
# [rules]
# file = "rules.csv"

# The timetable: fill the tables, then take the # away.
# [timetable]
# sessions = "sessions.csv"
# rooms = "rooms.csv"
# witnesses = "witnesses.csv"
# availability = "availability.csv"
# travel = "travel.csv"          # minutes from one site to another: from;to;minutes
# hearings_per_group = 2         # witnesses that each group hears
# joint_days = 13.5              # days in joint sessions asked of everybody, over this module and the earlier ones

# What counts more or less than usual in the timetable; 0: not at all. To be switched on with [timetable].
# weights.site_changes = 300     # a group or a guest goes to another site within a day
# weights.rooms = 100            # one more room of a group
# weights.same_day = 100         # two hearings of a group on one day
# weights.half_days = 10         # mornings and afternoons of hearings uneven

# Earlier modules, from the oldest to the latest: people who have met are kept apart where that can be had. With the timetable of
# each, their joint days and order of presentations count too.
# [history]
# groups = ["../module-1/out/groups.csv"]
# timetables = ["../module-1/out/timetable.csv"]
# weight = 30                    # of meeting again; without this the mix comes first; 0: it does not matter
`,
  defaults: {
    title: 'title = "My module"\n',
    rosters: `[[roster]]
school = "School A"
file = "school-a.csv"

[[roster]]
school = "School B"
file = "school-b.csv"
`,
    columns: `# Columns that have another name in your files:
# [columns]
# "Placements" = "internships"
`,
    themes: `# Themes and their strands: fill themes.csv, then take the # away.
# [themes]
# file = "themes.csv"
# wishes = 1                     # weight of one rank of a wish missed; 300 grants many more, for some of the mix
# observed = 1                   # weight of a theme never observed during an internship
`,
    groups: 'size = [8, 10]                   # or: count = 16\n',
    balance: `school = 1000
# internships = 600
# gender = 300
# region = 100
`,
  },
  rosters: [
    {
      name: 'school-a.csv',
      text: 'id,family_name,given_name,gender,route,internships,region,wishes,observed,email,absences\n',
    },
    {
      name: 'school-b.csv',
      text: 'id,family_name,given_name,gender,route,internships,region,wishes,observed,email,absences\n',
    },
  ],
  tables: [
    { name: 'themes.csv', text: 'theme,title,strand,strand_title,groups,min,max\n' },
    { name: 'rules.csv', text: 'rule,who,value,weight,reason\n' },
    { name: 'sessions.csv', text: 'session,date,start,end,kind,title,audience,site,minutes_each,break\n' },
    { name: 'rooms.csv', text: 'room,site,capacity,uses,unavailable\n' },
    { name: 'travel.csv', text: 'from,to,minutes\n' },
    {
      name: 'witnesses.csv',
      text: 'witness,title,family_name,given_name,position,organisation,role,themes,max_sessions,max_groups_per_hearing,arrival,departure,email\n',
    },
    { name: 'availability.csv', text: 'who,session,state\n' },
  ],
};
