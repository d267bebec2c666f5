/** The variables that switch every limit off: for what measures or tries the server rather than its limits. */
export const withoutLimits: Record<string, string> = Object.fromEntries(
  [
    ...['TURNS_MINUTE', 'DRILL_ANSWERS_MINUTE', 'INTERVIEWS_DAY', 'EXPORTS_HOUR', 'OWNERS_HOUR'],
    ...['SIGN_IN_LINKS_HOUR', 'TRANSCRIPTIONS_MINUTE', 'SENTENCES_ALOUD_MINUTE', 'ASSESSMENTS_AT_ONCE'],
  ].map((name) => [`LIMIT_${name}`, '0']),
);
