import { Argument, Option } from 'commander';
import { fold } from '../domain/fold.js';
import type { ArgumentKey, CliWords, FlagKey, ValueName } from './words/words.js';

/** What a value names, for those who complete it: a file, a folder, either, a file after `SCHOOL=`, or nothing that is known. */
export type Taken = 'file' | 'folder' | 'place' | 'school-file' | 'text';

const TAKEN: Readonly<Partial<Record<ValueName, Taken>>> = {
  FILE: 'file',
  DIR: 'folder',
  MODULE: 'folder',
  'ROSTER...': 'file',
  'DIR|FILE': 'place',
  'SCHOOL=FILE': 'school-file',
};

/** A flag that takes a value. */
export class ValueOption extends Option {
  readonly taken: Taken;
  /** Values to offer where there are no choices; each is right. */
  readonly offered: readonly string[];

  /** @param flag with its dashes, as `--rooms` */
  constructor({ help }: CliWords, flag: string, value: ValueName, key: FlagKey, offered: readonly string[] = []) {
    super(`${flag} <${help.values[value]}>`, help.flags[key]);
    this.taken = TAKEN[value] ?? 'text';
    this.offered = offered;
  }
}

/** An argument of a command. */
export class PlaceArgument extends Argument {
  readonly taken: Taken;

  /** @param shape how often it is given: `<>` once, `[]` once or not at all, `<...>` once or more */
  constructor(shape: '<>' | '[]' | '<...>', name: string, taken: Taken, { help }: CliWords, key: ArgumentKey) {
    super(`${shape.slice(0, 1)}${name}${shape.slice(1)}`, help.arguments[key]);
    this.taken = taken;
  }
}

/** Lets an option of choices take other words for them, folded and in the singular, too. */
export function alsoInFrench<Choice extends ValueOption>(
  option: Choice,
  meanings: ReadonlyMap<string, string>,
): Choice {
  const { parseArg } = option;
  const meant = (value: string) => meanings.get(fold(value)) ?? meanings.get(fold(value).replace(/s$/, '')) ?? value;
  return parseArg === undefined ? option : option.argParser((value, previous) => parseArg(meant(value), previous));
}
