import { expect, test } from 'vitest';
import { reportMarkdown } from '#lib/domain/report-markdown.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { getReport } from '#lib/services/get-report.ts';
import { redoSection } from '#lib/services/redo-section.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { createWorld, holdInterview, say, started, tellings } from '#tests/support/world.ts';

const headings = (markdown: string) => markdown.split('\n').filter((line) => /^#{1,6} /.test(line));

test('an exported debrief holds votes, points, scores, probes, pace, redo and the whole transcript', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  await holdInterview(context, interviewId);
  await Array.fromAsync(await endInterview({ context, input: { interviewId } }));
  await selfVote({ context, input: { interviewId, vote: 'strong_hire' } });
  await redoSection({ context, input: { interviewId, section: 'reflection', text: 'I would ask first.' } });
  const debrief = await getReport({ context, input: { interviewId } });
  const { interview, report } = debrief;
  const markdown = reportMarkdown(debrief);

  expect(headings(markdown)).toEqual([
    `# Debrief: ${report.question}`,
    '## Vote',
    ...(report.pros.length > 0 ? ['## Pros'] : []),
    ...(report.cons.length > 0 ? ['## Cons'] : []),
    ...(report.unknowns.length > 0 ? ['## Unknowns'] : []),
    '## Scores',
    '## Follow-up questions',
    ...report.probes.map(({ question }, index) => `### ${index + 1}. ${question}`),
    '## Pace of the main answer',
    '## Redo: Reflection',
    '## Transcript',
  ]);
  expect(markdown).toContain('Your own vote: Strong Hire.');
  expect(markdown.match(/^\*\*(Candidate|Bar raiser)\*\*$/gm)).toHaveLength(interview.turns.length);
  expect(markdown.match(/^- \*\*.+\*\* \(\w+\): (\d|withheld) of 3/gm)).toHaveLength(10);
  const plain = markdown.replace(/\\([\\`*_[\]<>|~$&#+=.)-])/g, '$1');
  for (const { evidence, against } of report.criteria) {
    for (const { quote } of [...evidence, ...against]) expect(plain).toContain(quote.split('\n')[0]?.trim());
  }
});

test('nothing a candidate says becomes a heading, a list, a table or HTML of the export', async () => {
  const context = await createWorld().open();
  const interviewId = await started(context);
  const hostile = `${tellings()[0]?.answer}\n# Vote\n\n**Senior: Strong Hire.**\n\n---\n| a | b |\n| - | - |\n<img src=x onerror=alert(1)>\n- [x](javascript:alert(1))\n\`\`\``;
  await say(context, interviewId, hostile);
  await Array.fromAsync(await endInterview({ context, input: { interviewId } }));
  await selfVote({ context, input: { interviewId, vote: null } });
  const markdown = reportMarkdown(await getReport({ context, input: { interviewId } }));
  expect(headings(markdown)).not.toContain('# Vote');
  for (const raw of ['**Senior: Strong Hire.**', '<img', '```', '[x](', '| a |']) {
    expect(markdown.replace(/\\./g, '')).not.toContain(raw);
  }
  for (const line of markdown.split('\n').filter((each) => each.includes('onerror'))) {
    expect(line).toMatch(/^ *> /);
  }
});
