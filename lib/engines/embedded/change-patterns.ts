import { anyCase, anyOf } from './pattern-source.ts';

const digits = '[€$£]? ?\\d{1,9}(?:[.,]\\d{1,6}){0,4}(?: ?%| ?‰|[kKmM]\\b)?';
const spelled =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|none|nothing|a hundred|a thousand';
/** A figure in digits or in words. */
export const figure = anyOf(
  digits,
  anyCase(
    `(?:${spelled})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|and|\\d+)){0,6}`,
  ),
);
const unit =
  '(?: ?(?:%|per ?cent|percentage points?|points?|ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|[a-z]+))?';
const about = '(?:(?:about|around|roughly|nearly|over|almost|some|under|just|only) )?';
const moved =
  '(?:fell|dropped|went (?:up|down)|rose|grew|climbed|decreased|increased|shrank|declined|improved|sank|cut|reduced|lowered|jumped)';
const percent = '\\d{1,9}(?:[.,]\\d{1,6}){0,4} ?(?:%|percent|per cent)';

/** Setting a parameter from one value to another measures nothing. */
const notASetting = `(?<!${anyCase('propos', 'rais', 'lower', 'chang', 'mov', 'bump', 'shorten', 'set')}(?:e|ed|ing|t)?(?: [\\p{L}-]+){0,5} )`;

/** How a measured change is told: "from 0.3 % to zero", "fell by half", "31 % faster", "5.9 against 14.2". */
export const changePatterns: readonly string[] = [
  `${notASetting}${anyCase('from', 'went')} ${about}${figure}${unit}(?: [\\p{L}%/-]+){0,5}?,? ${anyCase('down to', 'up to', 'to', 'towards?', 'and now')}(?:, (?:um|uh|like),)? ${about}${figure}`,
  `${anyOf(moved, 'down', 'up')}(?: \\w+)? by ${about}${anyOf(`${figure}${unit}`, 'half', 'a (?:third|quarter|half)')}`,
  `(?<!\\bma[dk]es? )${anyOf(moved, 'down', 'up')} ${about}${percent}`,
  `${percent} ${anyOf('faster', 'slower', 'less', 'fewer', 'more', 'lower', 'higher', 'cheaper', 'shorter', 'quicker', 'smaller', 'reduction', 'drop', 'increase', 'fall', 'improvement')}`,
  `(?<![.\\d])\\d{1,9}(?:[.,]\\d{1,6}){0,4}${unit}(?: [\\p{L}-]+){0,4},? ${anyOf('instead of', 'down from', 'up from', 'against', 'compared (?:to|with)', 'versus', 'vs\\.?', 'before it was', 'before that it was')} ${about}${figure}`,
  `${anyCase('halved', 'doubled', 'tripled', 'quadrupled', 'cut in half')}\\b(?= (?:in|within|over|after|since|by)\\b|[.,;]|$)`,
  `${anyCase('before')}:? ${figure}${unit}[^.;\\n]{0,30}[.,;]? ${anyCase('after', 'now')}:? (?:it (?:was|is) )?${figure}`,
  `(?:was|were|had been) ${about}${figure}${unit}(?: [\\p{L}-]+){0,3}, ${anyCase('now', 'today', 'afterwards')}(?: it (?:is|was))? ${about}${figure}`,
  `to ${about}${percent},? from ${about}${figure}`,
  `${figure}${unit} ${anyOf('before', 'with the (?:old|vendor|former)')}[^.;\\n]{0,25}?[,;] ${figure}${unit} ${anyOf('after', 'now', 'with ours', 'with the new', 'today')}`,
];
