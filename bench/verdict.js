// What a bench says of a figure that the project wants to reach: one line each, met or missed, with the figure seen.
export function sayVerdict(wanted, seen, isMet) {
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${wanted}: ${seen}`);
}
