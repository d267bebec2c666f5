import { findInterviewer } from '#lib/content/interviewers.ts';
import type { Library } from '#lib/content/library.ts';
import { type LoopStanding, loopStanding, planOf } from '#lib/domain/loop/loop.ts';
import type { LoopQuestionView, LoopView } from '#lib/domain/loop/loop-view.ts';
import { principleNames } from '#lib/domain/principle.ts';
import type { ServiceContext } from '../context.ts';
import { type LoopLog, openLoop } from './loop-log.ts';

/**
 * One of the owner's loops as it stands.
 * @throws BarRaiserError not_found.
 */
export async function getLoop({
  context,
  input,
}: {
  context: ServiceContext;
  input: { loopId: string };
}): Promise<LoopView> {
  return loopViewOf(await openLoop(context, input.loopId), context.library);
}

export function loopViewOf(log: LoopLog, library: Library): LoopView {
  const { level, mode, minutes, questions } = planOf(log.state);
  const standing = loopStanding(log.state, log.members);
  return {
    id: log.record.id,
    createdAt: log.record.createdAt,
    ...{ level, mode, minutes },
    questionSeconds: Math.round((minutes * 60) / questions.length),
    phase: standing.phase,
    position: 'position' in standing ? standing.position : null,
    paused: standing.phase === 'asking' && standing.paused,
    breakEndsAt: standing.phase === 'break' ? standing.endsAt : null,
    questions: questions.map((_, index) => questionView(log, index + 1, standing, library)),
    selfVote: log.state.selfVote?.vote ?? null,
    selfVoteGiven: log.state.selfVote !== null,
  };
}

function questionView(
  log: LoopLog,
  position: number,
  standing: LoopStanding,
  library: Library,
): LoopQuestionView {
  const planned = planOf(log.state).questions[position - 1];
  const interviewer = planned ? findInterviewer(planned.interviewer) : null;
  const scenario = library.scenarios.find(({ id }) => id === planned?.scenarioId);
  const interviewId = log.state.opened[position] ?? null;
  const member = log.members[position] ?? null;
  const over = standing.phase === 'voting' || standing.phase === 'debrief';
  const announced = planned?.announced ?? false;
  const known = announced || interviewId !== null || over;
  return {
    position,
    announced,
    principleName: known && scenario ? principleNames[scenario.principle] : null,
    question: interviewId !== null && scenario ? scenario.question : null,
    interviewer: { name: interviewer?.name ?? planned?.interviewer ?? '', note: interviewer?.note ?? '' },
    interviewId: member && interviewId,
    standing: standingOf({ opened: interviewId !== null, member, over }),
    usedSeconds: member?.usedSeconds ?? 0,
  };
}

function standingOf({
  opened,
  member,
  over,
}: {
  opened: boolean;
  member: { closedAt: number | null } | null;
  over: boolean;
}): LoopQuestionView['standing'] {
  if (!opened) return over ? 'not_asked' : 'to_come';
  if (!member) return 'deleted';
  return member.closedAt === null ? 'under_way' : 'said';
}
