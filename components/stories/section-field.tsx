import { SpokenBar } from '#components/drill/spoken-bar.tsx';
import { sectionLabels } from '#components/labels.ts';
import { wordsClass } from '#components/ui/field.ts';
import type { Section } from '#lib/domain/section.ts';
import { countWords, speakingSeconds } from '#lib/domain/spoken-time.ts';

const prompts: Record<Section, string> = {
  situation: 'Where it was, what was wrong, who stood to lose what.',
  task: 'What was yours and what was not, who asked or that nobody did.',
  action: 'What you did, one deed after the other, and why.',
  result: 'From what to what, over what time, and what that was worth.',
  reflection: 'What could only be learnt from this one.',
};

/** One part of the story with its clock. */
export function SectionField({
  section,
  text,
  targetSeconds,
  onChange,
}: {
  section: Section;
  text: string;
  targetSeconds: number;
  onChange: (text: string) => void;
}) {
  const id = `section-${section}`;
  return (
    <div className="margin-row border-t border-rule pt-5 pb-7">
      <div>
        <label htmlFor={id} className="font-sans text-control font-semibold">
          {sectionLabels[section]}
        </label>
        <p id={`${id}-hint`} className="label mt-1 font-normal">
          {prompts[section]}
        </p>
      </div>
      <div className="max-w-field">
        <textarea
          id={id}
          name={section}
          aria-describedby={`${id}-hint`}
          rows={3}
          value={text}
          onChange={({ target }) => onChange(target.value)}
          className={wordsClass}
        />
        <div className="mt-2">
          <SpokenBar seconds={speakingSeconds(countWords(text))} targetSeconds={targetSeconds} />
        </div>
      </div>
    </div>
  );
}
