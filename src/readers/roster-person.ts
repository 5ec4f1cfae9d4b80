import { copyParticipant, type Participant } from '../domain/participant.js';
import type { Source } from '../domain/source.js';
import { cleanText } from './cells.js';
import { splitFullName } from './full-name.js';
import { cellAt, type KeptCells } from './record.js';
import { participantKey } from './roster-identity.js';

/** What the people of one roster have in common: the places of their columns, −1 for a column that it lacks. */
export interface RosterSheet {
  readonly file: string;
  readonly delimiter: string;
  readonly id: number;
  readonly familyName: number;
  readonly givenName: number;
  readonly email: number;
  /** Whether the column of family names holds both names; absent: no. */
  readonly isFullName?: boolean;
}

/** What lists a person's row holds. */
export interface PersonLists {
  readonly wishes: readonly string[];
  readonly observed: readonly string[];
  readonly absences: readonly string[];
}

/**
 * A person as the row says it, whose texts are cut out of the file when they are asked for. A million people are so one object
 * each instead of six, which is half of the time that reading them takes.
 */
export class RosterPerson implements Participant {
  readonly levels: Participant['levels'];
  readonly #sheet: RosterSheet;
  readonly #cells: KeptCells;
  readonly #at: number;
  readonly #line: number;
  readonly #lists: PersonLists;

  /** @param at where the row begins in kept text */
  constructor(
    sheet: RosterSheet,
    cells: KeptCells,
    at: number,
    line: number,
    levels: Participant['levels'],
    lists: PersonLists,
  ) {
    this.levels = levels;
    this.#sheet = sheet;
    this.#cells = cells;
    this.#at = at;
    this.#line = line;
    this.#lists = lists;
  }

  get key(): string {
    return participantKey(this);
  }

  get id(): string {
    return this.#text(this.#sheet.id);
  }

  get familyName(): string {
    const text = this.#text(this.#sheet.familyName);
    return this.#sheet.isFullName === true ? splitFullName(text).familyName : text;
  }

  get givenName(): string {
    return this.#sheet.isFullName === true
      ? splitFullName(this.#text(this.#sheet.familyName)).givenName
      : this.#text(this.#sheet.givenName);
  }

  get school(): string {
    return this.levels.get('school')?.[0] ?? '';
  }

  get wishes(): readonly string[] {
    return this.#lists.wishes;
  }

  get observed(): readonly string[] {
    return this.#lists.observed;
  }

  get email(): string {
    return this.#text(this.#sheet.email);
  }

  get absences(): readonly string[] {
    return this.#lists.absences;
  }

  get source(): Source {
    return { file: this.#sheet.file, line: this.#line };
  }

  toJSON(): Participant {
    return copyParticipant(this);
  }

  #text(column: number): string {
    return column < 0 ? '' : cleanText(cellAt(this.#cells, this.#at, this.#sheet.delimiter, column));
  }
}
