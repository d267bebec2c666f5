import Link from 'next/link';
import { formatClock, spokenRange } from '#components/interview/clock.ts';
import { levelLabels, levelOrder } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import type { Principle } from '#lib/domain/principle.ts';
import type { StudyScenario } from '#lib/services/study/get-scenario.ts';
import { FollowUps } from './follow-ups.tsx';
import { LinkSwitch } from './link-switch.tsx';
import { QuizCards } from './quiz-cards.tsx';
import { ReadMark } from './read-mark.tsx';
import { Retellings } from './retellings.tsx';
import { SectionWalk } from './section-walk.tsx';
import { scenarioHref } from './study-links.ts';
import { WeakAnswer } from './weak-answer.tsx';

/** A scenario to read in ten minutes, for one level. */
export function StudySheet({ study, retold }: { study: StudyScenario; retold: Principle | undefined }) {
  const { scenario, level, sections } = study;
  const { focus, bar, target_seconds } = scenario.levels[level];
  const longest = Math.max(...sections.flatMap(({ seconds, targetSeconds }) => [seconds, targetSeconds]));
  const marks = { scenarioId: scenario.id, read: study.read };
  const told = sections.reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    <main id="content" className="sheet w-full pb-20">
      <p className="label pt-12">
        {study.principleName} · {study.readingMinutes} minutes to read
      </p>
      <h1 className="max-w-[26ch] pt-2 pb-10 text-display">{scenario.question}</h1>
      <MarginSection title="What happens">
        <p className="max-w-read text-read">{scenario.overview}</p>
        <ul className="mt-5 grid max-w-read list-disc gap-1.5 pl-5 text-note marker:text-rubric">
          {scenario.takeaways.map((takeaway) => (
            <li key={takeaway}>{takeaway}</li>
          ))}
        </ul>
      </MarginSection>
      <MarginSection title="Your level" note={`Your story: ${spokenRange(target_seconds)}`} id="level">
        <LinkSwitch
          label="Level"
          chosen={level}
          options={levelOrder.map((each) => ({
            key: each,
            name: levelLabels[each],
            href: scenarioHref(scenario.id, { level: each, retold }),
          }))}
        />
        <p className="mt-3 max-w-read text-note">
          <span className="hidden font-semibold print:inline">{levelLabels[level]}. </span>
          {focus}
        </p>
        <p className="mt-2 max-w-read text-note">
          <span className="label">The bar: </span>
          {bar}
        </p>
      </MarginSection>
      <h2 className="border-t border-rule pt-5 pb-2 text-title">The story, section by section</h2>
      <p className="label max-w-read pb-6 font-normal">
        As it would be told at {levelLabels[level]}, {formatClock(told)} at 150 words a minute. Underlined:
        the words that carry it.
      </p>
      {sections.map((part) => (
        <SectionWalk key={part.section} part={part} longest={longest} />
      ))}
      <ReadMark {...marks} part="story" />
      <MarginSection title="Follow-up questions" note="What the bar raiser asks next">
        <FollowUps followUps={scenario.follow_ups} />
        <ReadMark {...marks} part="probes" />
      </MarginSection>
      <MarginSection title="A weak answer" note="And the words that sink it">
        <WeakAnswer weak={scenario.weak_answer} level={level} />
        <ReadMark {...marks} part="weak_answer" />
      </MarginSection>
      <MarginSection title="Told for another principle" note="The same story, seen from elsewhere">
        <Retellings scenario={scenario} level={level} chosen={retold} />
        <ReadMark {...marks} part="retellings" />
      </MarginSection>
      <MarginSection title="Did it stay with you?">
        <QuizCards quiz={scenario.quiz} />
        <ReadMark {...marks} part="quiz" />
      </MarginSection>
      <div className="no-print flex flex-wrap gap-4 border-t border-rule pt-6">
        <Link href={`/mock?scenario=${scenario.id}&level=${level}`} className={buttonClass('main')}>
          Be asked this question
        </Link>
        <Link href={`/drill?scenario=${scenario.id}`} className={buttonClass('plain')}>
          Drill it piece by piece
        </Link>
      </div>
    </main>
  );
}
