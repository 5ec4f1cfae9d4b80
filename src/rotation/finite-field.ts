/** The field GF(q) of q = p^k elements, numbered 0 to q − 1: the digits of a number to base p are the coefficients of a polynomial in x. */
export interface FiniteField {
  readonly order: number;
  readonly add: (a: number, b: number) => number;
  readonly multiply: (a: number, b: number) => number;
}

/** The least prime power that is at least `least`; 2 where that is less. */
export function nextPrimePower(least: number): number {
  let q = Math.max(2, least);
  while (primeOf(q) === undefined) q++;
  return q;
}

/**
 * Makes GF(p^k) as the polynomials over GF(p) modulo one of degree k, the first for which x generates every element but 0.
 * Such a polynomial is irreducible, as every element but 0 is then a power of x and has an inverse; it exists for every prime
 * power (Lidl and Niederreiter, Finite Fields, theorems 2.8 and 3.16). Products go by logarithms to base x.
 *
 * @throws RangeError where `order` is no prime power.
 */
export function createFiniteField(order: number): FiniteField {
  const p = primeOf(order);
  if (p === undefined) throw new RangeError(`${order} is no prime power`);
  const powers = powersOfX(p, order);
  const logs = new Int32Array(order);
  powers.forEach((element, exponent) => {
    logs[element] = exponent;
  });
  const add =
    p === order
      ? (a: number, b: number) => (a + b) % order
      : (a: number, b: number) => {
          let sum = 0;
          for (let unit = 1; unit < order; unit *= p) {
            sum += ((Math.floor(a / unit) + Math.floor(b / unit)) % p) * unit;
          }
          return sum;
        };
  return {
    order,
    add,
    multiply: (a, b) => (a === 0 || b === 0 ? 0 : powers[(logs[a] + logs[b]) % (order - 1)]),
  };
}

/** The prime of which `q` is a power; `undefined` where it is none. */
function primeOf(q: number): number | undefined {
  if (q < 2) return undefined;
  let p = 2;
  while (p * p <= q && q % p !== 0) p++;
  if (q % p !== 0) return q;
  let rest = q;
  while (rest % p === 0) rest /= p;
  return rest === 1 ? p : undefined;
}

/** x^0, x^1, … x^(q−2) modulo the first polynomial x^k − r for which they all differ; r runs through all polynomials of lower degree. */
function powersOfX(p: number, order: number): Int32Array {
  const top = order / p;
  const powers = new Int32Array(order - 1);
  for (let r = 1; r < order; r++) {
    let element = 1;
    let exponent = 0;
    do {
      powers[exponent++] = element;
      const carry = Math.floor(element / top);
      element = plusMultiple((element % top) * p, carry, r, p, order);
    } while (element > 1 && exponent < order - 1);
    if (element === 1 && exponent === order - 1) return powers;
  }
  throw new Error(`GF(${order}) has a generator`);
}

/** a + c · r, digit by digit to base p. */
function plusMultiple(a: number, c: number, r: number, p: number, order: number): number {
  let sum = 0;
  for (let unit = 1; unit < order; unit *= p) {
    sum += ((Math.floor(a / unit) + c * (Math.floor(r / unit) % p)) % p) * unit;
  }
  return sum;
}
