/** An instance in the form that `optimise` takes. */
export interface Instance {
  readonly people: number;
  readonly sizes: readonly { readonly min: number; readonly max: number }[];
  readonly distances: Float64Array;
}

export class MalformedInstance extends Error {}

export function readInstance(text: string, name: string, header?: string): Instance;
