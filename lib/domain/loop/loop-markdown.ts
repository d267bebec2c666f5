import { levelNames } from '#lib/domain/level.ts';
import { blockQuote, inline } from '#lib/domain/markdown-text.ts';
import { principleNames } from '#lib/domain/principle.ts';
import { notYetCheckedVote } from '#lib/domain/unvalidated.ts';
import { type Vote, voteNames } from '#lib/domain/verdict.ts';
import type { Change, Disagreement, LoopDebrief, ReusedStory } from './loop-debrief-schema.ts';
import type { LoopView } from './loop-view.ts';

const caution =
  'The votes come from an automatic grader that was built and checked on answers written by language models, and the rule that joins them is the product’s own. Treat them as practice, not as a forecast.';

/**
 * A joint debrief as a Markdown document that is complete by itself but for the questions' own debriefs. Whatever a
 * person typed is escaped, so that none of it is taken for markup.
 */
export function loopMarkdown({ loop, debrief }: { loop: LoopView; debrief: LoopDebrief }): string {
  const own = debrief.selfVote ? voteNames[debrief.selfVote] : loop.selfVoteGiven ? 'skipped' : 'not given';
  const { recommendation, leaning, questions } = debrief;
  const blocks = [
    '# Debrief of a loop',
    [
      `- Level: ${levelNames[debrief.level]}`,
      `- Held: ${new Date(loop.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC, ${loop.mode}, ${loop.minutes} minutes`,
      ...(debrief.notAsked > 0 ? [`- Not asked, because it was ended: ${debrief.notAsked}`] : []),
      ...(debrief.deleted > 0 ? [`- Deleted since: ${debrief.deleted}`] : []),
    ].join('\n'),
    '## Recommendation',
    `**${voteText(recommendation.vote, leaning)}.** Your own vote: ${own}.`,
    inline(recommendation.words),
    '## Questions',
    ...questions.flatMap(
      ({ position, question, principle, interviewer, announced, vote, summary, ...rest }) => [
        `### ${position}. ${inline(question)}`,
        `- ${principleNames[principle]}, asked by ${inline(interviewer)}${announced ? '' : ', not announced'}\n- Vote: ${voteText(vote.vote, vote.leaning)}\n- Engine: ${inline(rest.engine)}`,
        inline(summary),
        ...(rest.unvalidated ? [`*${inline(notYetCheckedVote)}*`] : []),
      ],
    ),
    ...part('## Where they disagree', debrief.disagreements.flatMap(disagreementBlocks)),
    ...part('## What would have moved it most', debrief.changes.flatMap(changeBlocks)),
    ...part('## One story, told twice', debrief.reused.flatMap(reusedBlocks)),
    '---',
    caution,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function part(title: string, blocks: readonly string[]): string[] {
  return blocks.length > 0 ? [title, ...blocks] : [];
}

function voteText(vote: Vote, leaning: boolean): string {
  return leaning && vote !== 'not_enough_evidence' ? `leaning ${voteNames[vote]}` : voteNames[vote];
}

function quotes(evidence: readonly { quote: string }[]): string[] {
  return evidence.map(({ quote }) => blockQuote(quote, '  '));
}

function disagreementBlocks(disagreement: Disagreement): string[] {
  if (disagreement.kind === 'votes') {
    const [lower, higher] = disagreement.readings;
    return [
      `- Question ${lower.position} (${inline(lower.interviewer)}): ${voteNames[lower.vote]}; question ${higher.position} (${inline(higher.interviewer)}): ${voteNames[higher.vote]}`,
    ];
  }
  const [lower, higher] = disagreement.readings;
  return [
    `- **${inline(disagreement.name)}**: ${lower.score} in question ${lower.position} (${inline(lower.interviewer)}), ${higher.score} in question ${higher.position} (${inline(higher.interviewer)})`,
    ...quotes([...lower.evidence, ...higher.evidence]),
  ];
}

function changeBlocks({ position, name, score, needs, evidence, overall, vote }: Change): string[] {
  return [
    `- **Question ${position}, ${inline(name)}** (now ${score ?? 'withheld'}): ${inline(needs)} With one point more the question reads as ${voteNames[vote]}, the loop as ${voteNames[overall]}.`,
    ...(evidence.length > 0 ? quotes(evidence) : ['  Not mentioned.']),
  ];
}

function reusedBlocks({ positions: [one, other], quotes: told }: ReusedStory): string[] {
  return [`- Questions ${one} and ${other} tell of the same events.`, ...quotes(told)];
}
