import type { ProofOutcome } from '../domain/certificate.js';
import { describeRole, type RoleKind } from '../domain/role.js';
import { counted } from './messages/plural.js';
import { formatDecimal, formatNumber, joinList, percent } from './number-format.js';
import type { Words } from './words.js';

const ATTRIBUTES: Readonly<Record<string, string>> = {
  school: 'school',
  internships: 'internships',
  region: 'region',
  gender: 'gender',
  route: 'route',
};
const ROLE_FIGURES: Readonly<Partial<Record<RoleKind, string>>> = {
  not_alone: 'alone',
  at_least: 'missing',
  at_most: 'too many',
  distinct: 'pairs in one group',
};
const RANKS = ['first', 'second', 'third'];

const PROOF_ENDS: Readonly<Record<ProofOutcome, (nodes: string) => string>> = {
  optimal: (nodes) => `optimum proved by branch and bound (${nodes})`,
  limit: (nodes) => `stopped at its limit (${nodes})`,
  'too-large': () => 'too large to be tried as a whole',
  history: () => 'earlier meetings are not part of a proof by branch and bound',
  inexact: () => 'numbers too large for a proof by branch and bound',
  numbers: () => 'not tried, since means and spreads of numbers cannot be part of it',
  'time-limit': (nodes) => `cut short by the time limit (${nodes})`,
  interrupted: (nodes) => `interrupted (${nodes})`,
};

function violations(units: number, groups: string, people: string): string {
  const where = people === '' ? groups : `${groups} (${people})`;
  return `${counted('en', units, 'violation', 'violations')} in ${where}`;
}

const decimal = (value: number): string => formatDecimal('en', value);

/** Every word in English. */
export const wordsInEnglish: Words = {
  people: (count) => counted('en', count, 'person', 'people'),
  groups: (count) => counted('en', count, 'group', 'groups'),
  groupsOfSize: (count, sizes) =>
    `${counted('en', count, 'group', 'groups')} of ${joinList(sizes.map(String), ' or ')}`,
  attribute: (key, label) => (Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : label),
  mix: 'Mix',
  weight: 'weight',
  fairCounts: 'fair counts',
  deviation: 'deviation',
  weightedDeviation: 'weighted deviation',
  penalty: 'penalty',
  leastPossible: 'least possible',
  ofTotal: (part, total) => `${part} of ${total}`,
  optimal: 'optimal (proved)',
  optimalForSizes: 'optimal for these sizes (proved)',
  above: (gap) => `+${percent('en', gap)}`,
  score: (value) => `Score ${formatNumber('en', value, 1)}`,
  noBetterThan: (bound, gap) =>
    `no better than ${formatNumber('en', bound, 1)} exists for these sizes (${percent('en', gap)})`,
  hintEffort: (effort) => `A longer search may come closer: --effort ${effort}.`,
  hintWishes: (unmet, wishing, weight) =>
    `${unmet} of ${wishing} who wish get none of their wishes: [themes] wishes = ${weight} grants more of them, at the cost of some mix.`,
  proof: 'Proof',
  betterFound: (from, to) =>
    `a better list found: ${formatNumber('en', to, 2)} instead of ${formatNumber('en', from, 2)}`,
  betterExists: (value) => `a better list exists: ${formatNumber('en', value, 2)}`,
  boundRaised: (from, to) => `bound raised from ${formatNumber('en', from, 2)} to ${formatNumber('en', to, 2)}`,
  boundUnchanged: 'bound not raised',
  proofEnded: (outcome, nodes) => PROOF_ENDS[outcome](counted('en', nodes, 'node', 'nodes')),
  roles: 'Roles',
  role: describeRole,
  heldIn: (level, groups) => `${level} in ${counted('en', groups, 'group', 'groups')}`,
  roleFigure: (kind, units, holders) =>
    kind === 'not_alone' || kind === 'at_most'
      ? `${ROLE_FIGURES[kind]}: ${units} of ${holders}`
      : `${ROLE_FIGURES[kind] ?? kind}: ${units}`,
  means: (least, greatest, cohort) => `means ${least} to ${greatest}, cohort ${cohort}`,
  deviations: (least, greatest, cohort) => `standard deviations ${least} to ${greatest}, cohort ${cohort}`,
  meanOf: (mean, deviation) => `mean ${mean} ± ${deviation}`,
  more: (count) => `${count} more`,
  wishes: 'Wishes',
  wishRank: (rank, people) => `${RANKS[rank] ?? `${rank + 1}th`} wish ${people}`,
  noWishMet: (people) => `none of their wishes ${people}`,
  observed: (people, of) => `on a theme they observed ${people} of ${of}`,
  rules: 'Rules',
  hardRulesKept: (count) => `${counted('en', count, 'hard rule', 'hard rules')} kept`,
  weightedRulesKept: (kept, of) => `${kept} of ${counted('en', of, 'weighted rule', 'weighted rules')} kept`,
  ruleNotKept: (line, kind, units, groups, people) => `line ${line}, ${kind}: ${violations(units, groups, people)}`,
  hardBroken: (line, kind, units, groups, people) =>
    `HARD RULE BROKEN, line ${line}, ${kind}: ${violations(units, groups, people)}`,
  timetable: 'Timetable',
  timetableFigures: (sessions, hearings, inOneRoom, groups) =>
    [
      counted('en', sessions, 'session', 'sessions'),
      counted('en', hearings, 'hearing', 'hearings'),
      ...(inOneRoom === undefined
        ? []
        : [`${inOneRoom} of ${counted('en', groups, 'group', 'groups')} always in one room`]),
    ].join(' · '),
  presentations: 'Presentations',
  presentationRanks: ({ earlier, total }) =>
    [
      `of ${counted('en', total.people, 'person', 'people')} with two or more, ${total.alwaysFirst} first every time and ${total.alwaysLast} last`,
      ...(earlier.people === 0
        ? []
        : [`before this module ${earlier.alwaysFirst} and ${earlier.alwaysLast} of ${earlier.people}`]),
    ].join(' · '),
  meetings: 'Met',
  meetingFigures: ({ least, most, mean }, again, pairs) =>
    [
      `${least === most ? least : `${least} to ${most}`} others each over all modules, ${decimal(mean)} on average`,
      `${again} of ${counted('en', pairs, 'pair meets again', 'pairs meet again')}`,
    ].join(' · '),
  meetAgain: (one, other, group, lists, why) => `${one} and ${other} in ${group} (met in ${lists.join(', ')}): ${why}`,
  repeatAsked: (line) => `line ${line} of the rules wants them together`,
  fewStrangers: (name, strangers, needed) =>
    `${name} has ${strangers} others left to meet, and the group needs ${needed}`,
  partingForbidden: 'any exchange that parts them breaks a hard rule',
  partingMissed: 'the search ended before it parted them; --effort 4 searches longer',
  partingCosts: (price, what) =>
    price === 0
      ? `any exchange that parts them costs as much as it saves, most of all in ${what}`
      : `any exchange that parts them costs ${price < 0.1 ? 'a little' : formatNumber('en', price, 1)} more than it saves, most of all in ${what}`,
  otherMeetings: 'other meetings',
  ruleOfLine: (line) => `the rule of line ${line}`,
  ruleKind: (kind) => kind,
  jointDays: 'Joint days',
  jointDaysFigures: ({ mean, least, most, programmeDays, asked }) =>
    [
      `${decimal(mean)} per person${least === most ? '' : ` (${decimal(least)} to ${decimal(most)})`}`,
      `${decimal(programmeDays)} in the programme`,
      ...(asked === undefined ? [] : [`${decimal(asked)} asked for`]),
    ].join(' · '),
  ruleCount: (hard, weighted) =>
    `${counted('en', hard, 'hard rule', 'hard rules')} · ${counted('en', weighted, 'weighted rule', 'weighted rules')}`,
  files: (count) => counted('en', count, 'file', 'files'),
  written: (place, names = []) => `Written to ${place}${names.length === 0 ? '' : `: ${names.join(', ')}`}`,
  wouldWrite: (place, names = []) =>
    `Would be written to ${place} (dry run)${names.length === 0 ? '' : `: ${names.join(', ')}`}`,
  afterGuess: (folder) => `Next: look module.toml over, then brassage check ${folder}`,
  toOpen: (file) => `Open ${file}`,
  afterInit: (folder, isExample) =>
    isExample
      ? `Next: brassage plan ${folder}`
      : `Next: fill the rosters in, look at module.toml, then brassage check ${folder}`,
  interrupted: 'Interrupted: the best groups found so far are kept.',
  interruptedTooSoon: 'Interrupted before groups were found that keep every hard rule:',
  timeLimitReached: 'Time limit reached: the best groups found so far are kept.',
  group: 'group',
  size: 'size',
  unfair: 'not at fair share',
  person: 'person',
  wishGot: 'wish',
  aloneIn: 'alone with their',
  level: 'level',
  holders: 'people',
  perGroup: 'per group',
  between: (least, most) => (least === most ? String(least) : `${least} or ${most}`),
  sessions: (count) => counted('en', count, 'session', 'sessions'),
  rooms: (count) => counted('en', count, 'room', 'rooms'),
  witnesses: (witnesses, jury) =>
    `${counted('en', witnesses, 'witness', 'witnesses')} · ${counted('en', jury, 'jury member', 'jury members')}`,
  canBeMade: (module) =>
    `Nothing found that would forbid groups and timetable.${module === '' ? '' : ` Next: brassage plan ${module}`}`,
  notMixed: 'Not mixed',
  noTimetableFound: 'No timetable was found, which does not prove that there is none:',
  noneFound: (isTimed) =>
    `Nothing valid was found, which does not prove that there is nothing (${isTimed ? 'a greater --time-limit' : '--effort 4'} searches longer):`,
  cannotBeMade: 'This cannot be done as it stands:',
  nothingWritten: 'Nothing was written.',
  leftAlone: (place) => `Nothing has changed: ${place} is left as it is.`,
  errors: (count) => counted('en', count, 'error', 'errors'),
  inputNotes: (count, command) => `${counted('en', count, 'note', 'notes')} on the inputs: ${command}`,
  warning: 'warning',
  note: 'note',
  error: 'error',
  sameOn: (count, lines) => `The same on ${counted('en', count, 'more line', 'more lines')}: ${lines}.`,
  seeAlso: (places) => `See also ${places.join('; ')}.`,
  maybe: (suggestion) => `Maybe "${suggestion}"?`,
  quote: (text) => `"${text}"`,
  number: (value, digits) => formatNumber('en', value, digits),
  missing: (names) => `In no group: ${names}`,
  twice: (name, first, second) =>
    first === second ? `${name} stands twice in ${first}` : `${name} is in two groups: ${first} and ${second}`,
  wrongSize: (group, size, min, max) =>
    `${group} has ${counted('en', size, 'person', 'people')} instead of ${min === max ? min : `${min} to ${max}`}`,
  wrongCount: (place, groups, wanted) =>
    `${place === '' ? 'The list' : place} has ${counted('en', groups, 'group', 'groups')} instead of ${wanted}`,
};
