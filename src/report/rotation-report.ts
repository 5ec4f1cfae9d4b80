import type { GroupsReport } from '../check/check-groups.js';
import { tallyWishes } from '../check/wish-figure.js';
import { gapOf, isOptimal, type Certificate, type Certified } from '../domain/certificate.js';
import { isEqual, toNumber } from '../domain/fraction.js';
import { summariseMeetings, type MeetingFigure, type MeetingFigures } from '../domain/meeting-figure.js';
import { mixOf } from '../domain/mix-figure.js';
import type { Module } from '../domain/module.js';
import type { RotationKind } from '../domain/rotation-kind.js';
import type { Language } from '../domain/settings.js';
import { headline, stack } from './plan-summary.js';
import { rotationWordsOf } from './rotation-words.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { wordsOf } from './words.js';

interface JudgedModule {
  readonly report: GroupsReport;
  readonly certificate: Certificate;
}

/** A rotation, as a report needs it. */
export interface ReportedRotation {
  readonly module: Module;
  readonly kind: RotationKind;
  readonly modules: readonly (JudgedModule & {
    /** Absent in the first of all. */
    readonly meetings?: MeetingFigure;
  })[];
  /** One module formed by itself. */
  readonly alone: JudgedModule;
  readonly meetings: MeetingFigures;
  /** Meetings again, those that rules want among them, and the fewest that are possible by counting. */
  readonly repeats: { readonly count: number; readonly wanted: number; readonly bound: number };
}

/** A rotation in a few lines: headline, a table with a line for each module beside one formed alone, whom everybody meets, who meets again. */
export function rotationLines(rotation: ReportedRotation, language: Language, style: Style): readonly string[] {
  const { module, kind, modules, meetings, repeats } = rotation;
  const words = rotationWordsOf(language, kind);
  const sizes = modules[0]?.report.sizes ?? [];
  const pairs = modules.reduce((sum, own) => sum + pairsOf(own.report.sizes), 0);
  const isLeast = repeats.count <= repeats.bound;
  const proof = isLeast ? style.good(words.fewest) : words.noFewer(repeats.bound);
  return stack([
    [`${headline({ module, sizes }, language, style)} · ${words.count(modules.length)}`],
    moduleTable(rotation, language, style),
    [
      `${wordsOf(language).meetings}  ${words.met(summariseMeetings(meetings), modules.length, (module.history ?? []).length > 0)}`,
      `${words.again(repeats.count, repeats.wanted, pairs)} · ${proof}`,
    ],
  ]);
}

/** A line for each module beside one formed alone: its mix first, then who has their first wish where anybody wishes, and who meets again. */
function moduleTable(rotation: ReportedRotation, language: Language, style: Style): readonly string[] {
  const { module, kind, modules, alone } = rotation;
  const words = rotationWordsOf(language, kind);
  const { number, above, optimal } = wordsOf(language);
  const verdict = (certified: Certified) => (isOptimal(certified) ? optimal : above(gapOf(certified)));
  const aloneMix = mixOf(module, alone.certificate);
  const thanAlone = ({ value }: Certified) => {
    if (isEqual(value, aloneMix.value)) return words.asGood;
    const lead = gapOf({ value: aloneMix.value, bound: value });
    return lead > 0 ? words.below(lead) : above(gapOf({ value, bound: aloneMix.value }));
  };
  const isWishing = tallyWishes(module, alone.report) !== undefined;
  const row = (label: string, { report, certificate }: JudgedModule, ...rest: readonly string[]) => {
    const mix = mixOf(module, certificate);
    const [comparison = '', repeats = ''] = rest.length === 0 ? [] : [thanAlone(mix), ...rest];
    const wishes = isWishing ? [String(tallyWishes(module, report)?.byRank[0] ?? 0)] : [];
    return [label, number(toNumber(mix.value), 1), verdict(mix), comparison, ...wishes, repeats];
  };
  const right = { align: 'right' } as const;
  const columns = [
    { title: words.kind, align: 'left', style: style.strong } as const,
    { title: words.mix, ...right },
    { title: words.gap, ...right },
    { title: words.thanAlone, ...right },
    ...(isWishing ? [{ title: words.firstWish, ...right }] : []),
    { title: words.meetAgain, ...right },
  ];
  return layOutTable(
    columns,
    [
      row(words.alone, alone),
      ...modules.map((own, index) => row(words.number(index + 1), own, String(own.meetings?.repeats.length ?? 0))),
    ],
    style,
  );
}

function pairsOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
