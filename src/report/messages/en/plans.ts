import type { PlanDifference, PlansDiagnosticParams } from '../../../domain/diagnostics/plans.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

/** Differences, or ranges of starts, that a sentence names. */
const MOST_NAMED = 3;

const starts = (count: number) => counted('en', count, 'start', 'starts');
const isAre = (count: number) => (count === 1 ? 'is' : 'are');
const shown = (text: string) => (text === '' ? 'absent' : text);
const listed = (ranges: readonly string[]) =>
  [...ranges.slice(0, MOST_NAMED), ...(ranges.length > MOST_NAMED ? ['…'] : [])].join(', ');
const differences = (fields: readonly PlanDifference[]) => {
  const named = fields
    .slice(0, MOST_NAMED)
    .map(({ field, here, there }) => `${field} is ${shown(here)} here and ${shown(there)} there`);
  return [...named, ...(fields.length > MOST_NAMED ? [`${fields.length - MOST_NAMED} more`] : [])].join('; ');
};

export const plans: Catalogue<PlansDiagnosticParams> = {
  'plans.none': ({ folders }) =>
    folders === 1
      ? 'There is no plan in this folder. A run that finds no valid groups ends with exit code 4 and writes none.'
      : `There is no plan in any of these ${folders} folders. If every shard ended with exit code 4, none of their starts found valid groups.`,
  'plans.no-plan': () =>
    'There is no plan here (no manifest.json). A shard that finds no valid groups ends with exit code 4 and writes none.',
  'plans.not-a-manifest': () =>
    'This is no manifest of brassage, or one that this version does not know: run best with the version that made it.',
  'plans.differs': ({ other, fields }) => `Not a part of the same search as ${other}: ${differences(fields)}.`,
  'plans.changed': ({ reason }) =>
    reason === 'other-bytes'
      ? 'This file was changed since brassage wrote it. Run its shard again.'
      : reason === 'missing'
        ? 'This file of the plan is gone. Run its shard again.'
        : 'This file of the plan cannot be read.',
  'plans.disagree': ({ start, other }) =>
    `Start ${start} ended elsewhere here than in ${other}, although seed, inputs and options are the same. One of the two manifests was changed; if not, please report it.`,
  'plans.missing-starts': ({ starts: count, ranges, next }) =>
    `${starts(count)} ${isAre(count)} in none of these plans: ${listed(ranges)}. The best of the others was chosen; --starts ${next} runs ${ranges.length === 1 ? 'what is missing' : 'the first of what is missing'}.`,
  'plans.repeated-starts': ({ starts: count, ranges }) =>
    `${starts(count)} ${isAre(count)} in several of these plans: ${listed(ranges)}. Each counts once.`,
  'plans.cut': ({ reason, start }) =>
    `This search was cut short by ${reason === 'time-limit' ? 'its time limit' : 'a signal'} in start ${start}: without that, the groups might be better.`,
};
