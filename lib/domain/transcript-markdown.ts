import type { InterviewView } from './interview-view.ts';
import { levelNames } from './level.ts';
import { blockQuote, inline } from './markdown-text.ts';

/** An interview without its debrief as a Markdown document: what was asked and what was said, escaped. */
export function transcriptMarkdown(interview: InterviewView): string {
  const held = new Date(interview.createdAt).toISOString().slice(0, 16).replace('T', ' ');
  const blocks = [
    `# Interview: ${inline(interview.question)}`,
    [
      `- Principle: ${inline(interview.principleName)}`,
      `- Level: ${levelNames[interview.level]}`,
      `- Held: ${held} UTC, ${interview.mode}`,
      '- Debrief: none yet; it comes after the interview and your own vote',
    ].join('\n'),
    '## Transcript',
    ...interview.turns.flatMap(({ speaker, text }) => [
      `**${speaker === 'candidate' ? 'Candidate' : 'Bar raiser'}**`,
      blockQuote(text),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
