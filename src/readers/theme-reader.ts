import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { Source } from '../domain/source.js';
import type { Strand, Theme } from '../domain/theme.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import { placeOf } from './duplicates.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { readRow } from './row-cells.js';

type ThemeColumn = 'theme' | 'title' | 'strand' | 'strand_title' | 'groups' | 'min' | 'max';

/** Header words of `themes.csv`. */
export const THEME_COLUMNS: ColumnWords<ThemeColumn> = {
  theme: ['theme', 'thème'],
  title: ['title', 'titre'],
  strand: ['strand', 'volet'],
  strand_title: ['strand_title', 'intitulé', 'titre du volet', 'intitulé du volet'],
  groups: ['groups', 'groupes', 'group count', 'nombre de groupes'],
  min: ['min', 'minimum', 'min size', 'taille min'],
  max: ['max', 'maximum', 'max size', 'taille max'],
};

interface ThemeDraft {
  readonly id: string;
  title: string;
  titleSource: Source;
  readonly strands: Strand[];
  readonly sources: Map<string, Source>;
}

/**
 * Themes in file order, strands in file order within each: one row a strand, or a theme without strands. A theme's title may
 * stand on one of its rows only. No theme at all is an error.
 */
export function readThemes(file: InputFile, columns: ColumnNames): Reading<readonly Theme[]> {
  const { value: table, diagnostics: found } = readTable(file, {
    words: THEME_COLUMNS,
    required: [['theme']],
    columns,
    needsRows: 'themes',
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const drafts = new Map<string, ThemeDraft>();
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const id = cells.requiredText('theme');
    if (id === undefined) continue;
    const draft = draftOf(drafts, id, cells.source);
    const title = cells.text('title');
    if (title !== '' && draft.title !== '' && title !== draft.title) {
      const params = { theme: draft.id, title: draft.title, ...placeOf(draft.titleSource) };
      report(
        diagnose('warning', 'theme.title-differs', params, {
          source: cells.sourceOf('title'),
          value: title,
        }),
      );
    } else if (title !== '' && draft.title === '') {
      draft.title = title;
      draft.titleSource = cells.source;
    }
    const strandId = cells.text('strand');
    const twin = draft.sources.get(fold(strandId));
    if (twin !== undefined) {
      const source = strandId === '' ? cells.sourceOf('theme') : cells.sourceOf('strand');
      report(
        diagnose(
          'error',
          'theme.strand-twice',
          { theme: draft.id, ...placeOf(twin) },
          { source, value: strandId || id },
        ),
      );
      continue;
    }
    draft.sources.set(fold(strandId), cells.source);
    const groupCount = cells.wholeNumber('groups', 1);
    const minSize = cells.wholeNumber('min', 1);
    const maxSize = cells.wholeNumber('max', 1);
    if (minSize !== undefined && maxSize !== undefined && minSize > maxSize) {
      report(
        diagnose(
          'error',
          'theme.min-above-max',
          { min: minSize, max: maxSize },
          { source: cells.sourceOf('min'), value: cells.text('min') },
        ),
      );
    }
    draft.strands.push({
      id: strandId,
      title: cells.text('strand_title'),
      ...(groupCount === undefined ? {} : { groupCount }),
      ...(minSize === undefined ? {} : { minSize }),
      ...(maxSize === undefined ? {} : { maxSize }),
      source: cells.source,
    });
  }
  const themes = [...drafts.values()].map(({ id, title, strands }) => ({ id, title, strands }));
  for (const draft of drafts.values()) {
    const blank = draft.strands.find((strand) => strand.id === '');
    if (blank !== undefined && draft.strands.length > 1) {
      diagnostics.push(diagnose('error', 'theme.strand-nameless', { theme: draft.id }, { source: blank.source }));
    }
  }
  return { value: themes, diagnostics };
}

function draftOf(drafts: Map<string, ThemeDraft>, id: string, source: Source): ThemeDraft {
  const known = drafts.get(fold(id));
  if (known !== undefined) return known;
  const draft: ThemeDraft = { id, title: '', titleSource: source, strands: [], sources: new Map() };
  drafts.set(fold(id), draft);
  return draft;
}
