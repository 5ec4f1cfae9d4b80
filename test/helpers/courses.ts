/** What a course comes to, gone through without a rest. */
export function last<T>(course: Generator<void, T>): T {
  for (;;) {
    const next = course.next();
    if (next.done === true) return next.value;
  }
}
