import { rangeText } from '../../domain/start-range.js';
import type { ExpectedWords, UsageWords } from './words.js';

export const expectedInEnglish: ExpectedWords = {
  whole: (least, most) => `Expected a whole number from ${least}${most === undefined ? '' : ` to ${most}`}.`,
  seconds: 'Expected a number of seconds above 0.',
  day: 'Expected a day: 2018-02-12, or 12/02/2018.',
  starts: 'Expected a whole number from 1, or a range of start numbers such as 0..999.',
  shard: 'Expected I/K, shard I of K, counted from 1: 1/10 to 10/10 for ten of them.',
  place: 'Expected a name.',
};

export const usageInEnglish: UsageWords = {
  error: (message) => `error: ${message}`,
  commander: (message) => message,
  fromExcludesExample: '--from and --example exclude each other.',
  coordinatorsFolder: (folder, readership) =>
    `${folder} holds your own plan, and --for ${readership} makes another to be posted. Give it a folder of its own: --out posted.`,
  noNewFolder: 'init: give the folder to make.',
  onlyOneStandardInput: 'standard input (-) can be one file only.',
  noModuleHere: (settings) =>
    `no ${settings} in the current folder: name a module's folder, or give --roster SCHOOL=FILE.`,
  moduleIsFile: (file) =>
    `${file} is a file; the folder of a module was expected. If it is a list of people: brassage init my-module --from ${file}, or --roster SCHOOL=${file}.`,
  wrongValue: (flag, given, sentence) => `${flag} ${given}: ${sentence}`,
  noPlanIn: (folder, list) => `--keep ${folder}: there is no plan in this folder (no ${list}).`,
  calendarsExclude: '--no-calendars and --person-calendars exclude each other.',
  personCalendarsPosted:
    '--person-calendars and --for exclude each other: a calendar of one person is that person’s alone.',
  noTimetable: (flag) =>
    `${flag === undefined ? '' : `${flag}: `}this module has no [timetable]: give --sessions FILE.`,
  changesNeedKeep: '--by changes: give --keep FILE, the timetable that was published before.',
  noRooms: 'this module lists no rooms: give --rooms FILE.',
  noWitnesses: 'this module lists no witnesses: give --witnesses FILE.',
  shardAlone: '--shard needs --starts: which starts are to be shared out, such as --starts 0..999.',
  tooManyShards: ({ index, of }, starts) =>
    `--shard ${index}/${of}: there are ${starts.count} starts to share out (${rangeText(starts)}), fewer than ${of} shards.`,
  outputFailed: (reason) => `standard output cannot be written (${reason}).`,
  modulesOrRounds: 'give --modules N, or --rounds N for rounds of one day: one of the two.',
};
