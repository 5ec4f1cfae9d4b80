/** Several words as one phrase: `F, Mlle et Mme` with `et`. */
export function enumerated(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words[words.length - 1]}`;
}
