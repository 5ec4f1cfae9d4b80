import type { Grouping } from '../domain/group.js';
import { createMoveNews, listNotices } from '../domain/notices.js';
import { listRegrouped, type News } from '../domain/regrouped.js';
import type { Cohort } from '../domain/roster.js';
import type { TimetableRow } from '../domain/timetable.js';
import type { PublishedInput } from './read-published.js';

export interface NewsRequest extends Grouping {
  readonly cohort: Cohort;
  /** As they are published now. */
  readonly rows: readonly TimetableRow[];
  readonly published: Pick<PublishedInput, 'before' | 'earlier'>;
  /** Order people by their ids. */
  readonly pseudonyms: boolean;
}

/** Compares what is published now with what was. */
export function listNews({ rows, published: { before, earlier }, ...people }: NewsRequest): News {
  const { rows: published = [], today = '' } = before ?? {};
  const notices = listNotices(rows, published);
  if (earlier === undefined) return { notices };
  const newsOf = createMoveNews(rows, published, today);
  return { notices, regrouped: listRegrouped({ ...people, earlier: earlier.assignment, newsOf }) };
}
