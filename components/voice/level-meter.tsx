import { meterOf } from './voice-activity.ts';

/** How loud it is, drawn; what is made of it stands beside it in words. */
export function LevelMeter({ level, width = '100%' }: { level: number; width?: string }) {
  return (
    <svg width={width} height="6" aria-hidden="true" className="block bg-rule">
      <rect width={`${meterOf(level) * 100}%`} height="6" className="fill-rubric" />
    </svg>
  );
}
