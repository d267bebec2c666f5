/**
 * Remembers what was made of the texts read last, the oldest forgotten first. For pure readings only: a forgotten one
 * is made again and is the same.
 */
export class RecentlyRead<Value> {
  private readonly values = new Map<string, Value>();
  private readonly atMost: number;

  constructor(atMost: number) {
    this.atMost = atMost;
  }

  /** The remembered value for this text, or what `read` makes of it now. */
  recall(text: string, read: () => Value): Value {
    const known = this.values.get(text);
    if (known !== undefined) return known;
    const value = read();
    this.values.set(text, value);
    const oldest = this.values.size > this.atMost ? this.values.keys().next() : null;
    if (oldest && !oldest.done) this.values.delete(oldest.value);
    return value;
  }
}
