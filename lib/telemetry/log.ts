import { z } from 'zod';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = Exclude<(typeof logLevels)[number], 'silent'>;
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface LogSettings {
  format: 'json' | 'text';
  /** What is below it is left out. */
  level: (typeof logLevels)[number];
}

/** How the process logs: LOG_FORMAT and LOG_LEVEL, an unknown value being as good as none. */
export function readLogSettings(
  variables: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): LogSettings {
  const format = z.enum(['json', 'text']).safeParse(variables.LOG_FORMAT);
  const level = z.enum(logLevels).safeParse(variables.LOG_LEVEL);
  return {
    format: format.success ? format.data : terminal ? 'text' : 'json',
    level: level.success ? level.data : 'info',
  };
}

/**
 * One line of log: what happened and its fields, which never hold a word of what anybody said. JSON has them all;
 * text, for a person at a terminal, the values that are there.
 * @param at milliseconds since the epoch.
 */
export function formatLine(
  format: LogSettings['format'],
  { at, level, event, fields }: { at: number; level: LogLevel; event: string; fields: LogFields },
): string {
  const time = new Date(at).toISOString();
  if (format === 'json') return JSON.stringify({ time, level, event, ...fields });
  const words = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${String(value).replace(/\s+/gu, ' ')}`);
  return [time.slice(11, 19), level, event, ...words].join(' ');
}

let settings: LogSettings | undefined;

/** Writes one line, as the environment says: errors and warnings to standard error, the rest to standard output. */
export function log(level: LogLevel, event: string, fields: LogFields = {}): void {
  settings ??= readLogSettings(process.env, process.stdout.isTTY === true);
  if (logLevels.indexOf(level) < logLevels.indexOf(settings.level)) return;
  const line = formatLine(settings.format, { at: Date.now(), level, event, fields });
  if (level === 'error') console.error(line);
  else if (level === 'warn') console.warn(line);
  else console.info(line);
}
