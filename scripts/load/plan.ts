/** What a load is made of. */
export interface Load {
  /** Interviews held at once, each by an owner of its own. */
  interviews: number;
  /** Seconds a candidate thinks before each turn, from and to, uniform. */
  think: readonly [number, number];
  seconds: number;
}

export function describeLoad({ interviews, think, seconds }: Load): string {
  const held = interviews === 1 ? '1 interview' : `${interviews} interviews at once`;
  const time = seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
  return `${held}, think time ${think.join(' to ')} s, ${time}`;
}
