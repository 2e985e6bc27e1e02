// The auditor computes modulo random primes: exact, without growing fractions, and no table can be prepared against a prime nobody knows.
// Primes have 26 bits, so that a product of two residues stays below 2^53 and is exact in a double.
import type { Chance } from '#app/domain/kernel/chance.ts';

const lowest = 2 ** 25;

/** A random prime between 2^25 and 2^26. */
function randomPrime(chance: Chance): number {
  let candidate = lowest + 1 + 2 * chance(lowest / 2);
  while (!isPrime(candidate)) candidate = candidate + 2 < 2 * lowest ? candidate + 2 : lowest + 1;
  return candidate;
}

/** Two different random primes. */
export function twoPrimes(chance: Chance): readonly [number, number] {
  const first = randomPrime(chance);
  let second = randomPrime(chance);
  while (second === first) second = randomPrime(chance);
  return [first, second];
}

/** a · b modulo a prime below 2^26, for residues a and b. */
export function times(a: number, b: number, prime: number): number {
  const product = a * b;
  return product - Math.floor(product / prime) * prime;
}

/** The inverse of a residue other than 0 (Euclid). */
export function inverse(value: number, prime: number): number {
  let [low, high, x, y] = [value, prime, 1, 0];
  while (low !== 1) {
    const quotient = Math.floor(high / low);
    [low, high] = [high - quotient * low, low];
    [x, y] = [y - quotient * x, x];
  }
  return ((x % prime) + prime) % prime;
}

/** target += factor · source, entry by entry. */
export function addMultiple(target: Float64Array, factor: number, source: Float64Array, prime: number): void {
  for (let index = 0; index < target.length; index += 1) {
    const entry = source[index]!;
    if (entry === 0) continue;
    const sum = target[index]! + factor * entry;
    target[index] = sum - Math.floor(sum / prime) * prime;
  }
}

function isPrime(odd: number): boolean {
  for (let divisor = 3; divisor * divisor <= odd; divisor += 2) if (odd % divisor === 0) return false;
  return true;
}
