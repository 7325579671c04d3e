import { Fingerprints, type Fingerprint } from './fingerprints.js';
import { ModularSpan } from './modular-span.js';
import { PrimeField } from './prime-field.js';

/**
 * A growing span that never takes a vector by which a protected one would come to lie in it.
 *
 * A protected vector is lost when what the span does not explain of it is a multiple of what it does not explain of the new vector; both
 * are compared by their fingerprints.
 */
export class GuardedSpan {
  private readonly field: PrimeField;
  private readonly span: ModularSpan;
  private readonly fingerprints: Fingerprints;
  /** Of each protected vector, the ratio of its fingerprint's first two numbers: equal for multiples. */
  private readonly ratios: Float64Array;
  /** Place -> the protected vectors that contain it. */
  private readonly at: readonly number[][];

  constructor(
    width: number,
    prime: number,
    private readonly guarded: readonly (readonly number[])[],
  ) {
    this.field = new PrimeField(prime);
    this.span = new ModularSpan(width, this.field);
    this.fingerprints = new Fingerprints(width, this.field);
    this.ratios = Float64Array.from(guarded, (ones) => this.ratioOf(this.fingerprints.of(ones)));
    const at: number[][] = Array.from({ length: width }, () => []);
    guarded.forEach((ones, index) => {
      for (const place of ones) at[place]?.push(index);
    });
    this.at = at;
  }

  /** What publishing a vector would change: nothing when it is in the span already, "refused" when a protected vector would be lost. */
  consider(ones: readonly number[]): 'known' | 'refused' | 'harmless' {
    const fingerprint = this.fingerprints.of(ones);
    if (isZero(fingerprint)) return 'known';
    const ratio = this.ratioOf(fingerprint);
    for (let at = this.ratios.indexOf(ratio); at >= 0; at = this.ratios.indexOf(ratio, at + 1)) {
      const other = this.fingerprints.of(this.guarded[at] ?? []);
      // A vector that is lost already cannot be lost again.
      if (!isZero(other) && this.areMultiples(fingerprint, other)) return 'refused';
    }
    return 'harmless';
  }

  /** Takes a vector into the span, whatever it gives away: what `consider` has found harmless, or what is public already. */
  publish(ones: readonly number[]): void {
    const reduced = this.span.reduce(ones);
    if (reduced.places.length === 0) return;
    const changed = this.fingerprints.add(this.span.add(reduced));
    const touched = new Set(changed.flatMap((place) => this.at[place] ?? []));
    for (const index of touched) this.ratios[index] = this.ratioOf(this.fingerprints.of(this.guarded[index] ?? []));
  }

  private ratioOf([a, b]: Fingerprint): number {
    return a === 0 ? -1 : this.field.multiply(b, this.field.invert(a));
  }

  private areMultiples([a, b, c]: Fingerprint, [x, y, z]: Fingerprint): boolean {
    const { field } = this;
    return (
      field.multiply(a, y) === field.multiply(b, x) &&
      field.multiply(a, z) === field.multiply(c, x) &&
      field.multiply(b, z) === field.multiply(c, y)
    );
  }
}

function isZero([a, b, c]: Fingerprint): boolean {
  return a === 0 && b === 0 && c === 0;
}
