/** The sizes of so many groups of as even a size as can be, as the settings and `--size` write them: `9`, `9..10`. */
export function sizesFor(people: number, groups: number): string {
  const least = Math.floor(people / groups);
  return people % groups === 0 ? String(least) : `${least}..${least + 1}`;
}
