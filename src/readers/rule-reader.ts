import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import { selectedKeys, type Rule, type RuleKind, type Selector, type Target } from '../domain/rule.js';
import type { Source } from '../domain/source.js';
import type { Theme } from '../domain/theme.js';
import type { ColumnWords } from './columns.js';
import { readTable } from './delimited-table.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { createReferenceIndex, type ReferenceIndex, type ReferenceName } from './references.js';
import { checkWholeNumber, findValue, notOneOf, readRow, type RowCells } from './row-cells.js';
import { createSelectorReader } from './rule-selectors.js';
import { RULE_WORDS } from './rule-words.js';

type RuleColumn = 'rule' | 'who' | 'value' | 'weight' | 'reason';

/** Header words of `rules.csv`. */
export const RULE_COLUMNS: ColumnWords<RuleColumn> = {
  rule: ['rule', 'règle'],
  who: ['who', 'qui'],
  value: ['value', 'valeur'],
  weight: ['weight', 'poids'],
  reason: ['reason', 'motif', 'raison'],
};

/** What rules refer to. */
export interface RuleReferences {
  readonly cohort: Cohort;
  readonly themes: readonly Theme[];
  readonly groups: readonly Group[];
}

/** Rules in file order, every reference resolved. A rule with an error is left out; a file without rules is fine. */
export function readRules(file: InputFile, columns: ColumnNames, references: RuleReferences): Reading<readonly Rule[]> {
  const { value: table, diagnostics: found } = readTable(file, {
    words: RULE_COLUMNS,
    required: [['rule'], ['who']],
    columns,
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const readSelectors = createSelectorReader(references.cohort);
  const targets = indexTargets(references);
  const rules: Rule[] = [];
  for (const row of table.rows) {
    let isGood = true;
    const report = (diagnostic: Diagnostic): void => {
      if (row.isDamaged !== true) diagnostics.push(diagnostic);
      if (diagnostic.severity === 'error') isGood = false;
    };
    const cells = readRow(table, row, report);
    const { kind, number } = readKind(cells, report);
    const who = cells.requiredText('who');
    if (kind === undefined || who === undefined) continue;
    const selectors = readSelectors(who, kind, cells.sourceOf('who'), report);
    const target = kind === 'fixed' || kind === 'never' ? readTarget(cells, kind, targets, report) : undefined;
    const count = kind === 'at_least' || kind === 'at_most' ? readCount(cells, kind, number, report) : undefined;
    if (cells.text('value') !== '' && isValueless(kind)) {
      report(
        diagnose(
          'warning',
          'rule.value-unused',
          { rule: kind },
          { source: cells.sourceOf('value'), value: cells.text('value') },
        ),
      );
    }
    const weight = cells.wholeNumber('weight', 0);
    if (isGood && (kind === 'together' || kind === 'apart') && selectedKeys(references.cohort, selectors).length < 2) {
      report(diagnose('error', 'rule.needs-two', { rule: kind }, { source: cells.sourceOf('who'), value: who }));
    }
    if (!isGood) continue;
    const rule: Omit<Rule, 'who'> = {
      kind,
      ...(target === undefined ? {} : { target }),
      ...(count === undefined ? {} : { count }),
      ...(weight === undefined ? {} : { weight }),
      reason: cells.text('reason'),
      source: cells.source,
    };
    for (const own of kind === 'together' ? oneByOne(references.cohort, selectors) : [selectors])
      rules.push({ ...rule, who: own });
  }
  return { value: rules, diagnostics };
}

/** `together` of a bare attribute is a rule for each level that two people or more hold; all else it names is one rule. */
function oneByOne(cohort: Cohort, who: readonly Selector[]): readonly (readonly Selector[])[] {
  const named = who.filter(({ kind }) => kind !== 'attribute');
  const levels = who.flatMap((selector) =>
    selector.kind !== 'attribute'
      ? []
      : (attributeOf(cohort, selector.attribute)?.levels ?? []).map((level): readonly Selector[] => [
          { kind: 'level', attribute: selector.attribute, level },
        ]),
  );
  const isSeveral = (selectors: readonly Selector[]) => selectedKeys(cohort, selectors).length > 1;
  return [...levels, named].filter(isSeveral);
}

type Report = (diagnostic: Diagnostic) => void;

function isValueless(kind: RuleKind): boolean {
  return kind === 'together' || kind === 'apart' || kind === 'not_alone' || kind === 'distinct';
}

/** `at_least 2` in one cell does as well as `at_least` with 2 in the value column. */
function readKind(cells: RowCells<RuleColumn>, report: Report): { kind: RuleKind | undefined; number: string } {
  const text = cells.requiredText('rule');
  if (text === undefined) return { kind: undefined, number: '' };
  const match = /^(.*[^\d\s])\s+(\d+)$/.exec(text);
  const kind = findValue(match?.[1] ?? text, RULE_WORDS);
  if (kind === undefined) report(notOneOf(text, RULE_WORDS, cells.sourceOf('rule')));
  return { kind, number: match?.[2] ?? '' };
}

function readCount(cells: RowCells<RuleColumn>, kind: RuleKind, number: string, report: Report): number | undefined {
  const value = cells.text('value') || number;
  const source: Source = cells.sourceOf(cells.text('value') === '' && number !== '' ? 'rule' : 'value');
  if (value === '') {
    report(diagnose('error', 'rule.value-missing', { rule: kind }, { source }));
    return undefined;
  }
  return checkWholeNumber(value, kind === 'at_least' ? 1 : 0, { source, value }, report);
}

function readTarget(
  cells: RowCells<RuleColumn>,
  kind: RuleKind,
  targets: ReferenceIndex<Target>,
  report: Report,
): Target | undefined {
  const value = cells.text('value');
  const source = cells.sourceOf('value');
  if (value === '') {
    report(diagnose('error', 'rule.value-missing', { rule: kind }, { source }));
    return undefined;
  }
  const match = targets.find(value);
  if (match.status === 'found') return match.value;
  report(match.diagnose({ source, value }));
  return undefined;
}

/** Group labels and theme ids before strands, strands before titles. */
function indexTargets({ themes, groups }: RuleReferences): ReferenceIndex<Target> {
  const names: ReferenceName<Target>[] = [];
  const labels = new Set(groups.map(({ label }) => fold(label)));
  for (const { label } of groups) names.push({ text: label, value: { kind: 'group', label } });
  for (const { id, title, strands } of themes) {
    const theme: Target = { kind: 'theme', theme: id };
    if (!labels.has(fold(id))) names.push({ text: id, value: theme });
    names.push({ text: title, value: theme, isSecondary: true });
    for (const strand of strands) {
      if (strand.id === '') continue;
      const value: Target = { kind: 'strand', theme: id, strand: strand.id };
      names.push({ text: `${id}/${strand.id}`, value });
      for (const text of [`${id}-${strand.id}`, strand.id, strand.title])
        names.push({ text, value, isSecondary: true });
    }
  }
  const shown = [...themes.map(({ id }) => id), ...groups.map(({ label }) => label)];
  return createReferenceIndex('target', names, shown);
}
