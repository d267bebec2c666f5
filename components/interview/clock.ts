import type { ClockData } from '#lib/domain/interview-view.ts';
import { absenceAfterSeconds } from '#lib/domain/spoken-time.ts';

/** Seconds since the last question was put; 0 while none is open. `now` in milliseconds since the epoch. */
export function elapsedOnAnswer(clock: ClockData, now: number): number {
  return clock.askedAt === null ? 0 : Math.max(0, (now - clock.askedAt) / 1000);
}

/** Seconds left of the interview's budget, never below zero; a long absence counts as the server counts it. */
export function secondsLeft(clock: ClockData, now: number): number {
  const open = Math.min(elapsedOnAnswer(clock, now), absenceAfterSeconds);
  return Math.max(0, clock.budgetSeconds - clock.usedSeconds - open);
}

/** Seconds as m:ss, whole seconds rounded down; an hour or more as h:mm:ss. */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A range of seconds in minutes, halves as ½: [120, 150] is "2 to 2½ minutes". */
export function spokenRange([low, high]: readonly [number, number]): string {
  return `${inMinutes(low)} to ${inMinutes(high)} minutes`;
}

function inMinutes(seconds: number): string {
  const halves = Math.round(seconds / 30);
  const whole = Math.floor(halves / 2);
  if (halves % 2 === 0) return String(whole);
  return whole === 0 ? '½' : `${whole}½`;
}
