import type { Certificate, Certified } from './certificate.js';
import { add, scale, subtract, ZERO } from './fraction.js';
import type { Module } from './module.js';
import { aimsOf } from './role.js';

/**
 * The mix of a group list by itself: its score without wishes and earlier meetings, beside the least that its attributes and roles can have,
 * each by itself; weighted rules count, with a least of 0.
 */
export function mixOf(
  module: Pick<Module, 'cohort' | 'balance' | 'roles'>,
  { total, attributes, aims, wishes, history }: Certificate,
): Certified {
  const others = [wishes, history].flatMap((own) => (own === undefined ? [] : [own.value]));
  if (others.length === 0) return total;
  const weightOf = aimsOf(module);
  const bounds = [
    ...attributes.map(({ key, bound }) => scale(bound, module.balance.get(key) ?? 0)),
    ...aims.map(({ bound }, index) => scale(bound, weightOf[index].weight)),
  ];
  return { value: others.reduce(subtract, total.value), bound: bounds.reduce(add, ZERO) };
}
