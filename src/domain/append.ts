/** Adds items at the end of a list, however many: spread into the arguments of `push`, more than some 100,000 exceed the stack. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
