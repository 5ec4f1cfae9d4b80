import type { UsageWords } from './words/words.js';

/** What the program's exit says; every command uses the same codes. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  input: 3,
  impossible: 4,
  broken: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A call that cannot be meant: the message says which word is off and what was expected. */
export class UsageError extends Error {
  /** The message, in the words of a language. */
  readonly sentence: (words: UsageWords) => string;

  constructor(sentence: (words: UsageWords) => string) {
    super('wrong usage');
    this.sentence = sentence;
  }
}
