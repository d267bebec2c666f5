'use client';

import { useRef } from 'react';
import { sectionOrder } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { Button } from '#components/ui/button.tsx';
import { lineClass } from '#components/ui/field.ts';
import type { Section } from '#lib/domain/section.ts';
import type { Story, StoryVersion } from '#lib/domain/story/story.ts';
import { type EditorState, missingToSave } from './editor-state.ts';
import { NumberFields } from './number-fields.tsx';
import { type PrincipleChoice, PrincipleFields } from './principle-fields.tsx';
import { SectionField } from './section-field.tsx';
import { useStoryEditor } from './use-story-editor.ts';
import { VersionList } from './version-list.tsx';

/** A story to write: its five parts with their clocks, its numbers, the principles it is told for, earlier versions. */
export function StoryEditor({
  story,
  targets,
  choices,
  versions,
}: {
  story: Story | null;
  targets: Record<Section, number>;
  choices: readonly PrincipleChoice[];
  versions: readonly StoryVersion[];
}) {
  const form = useRef<HTMLFormElement>(null);
  const { state, dispatch, save } = useStoryEditor(story, form);
  const { content } = state;
  const missing = missingToSave(content);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing) save();
      }}
    >
      <div className="margin-row border-t border-rule pt-5 pb-7">
        <label htmlFor="story-title" className="font-sans text-control font-semibold">
          Title
        </label>
        <input
          id="story-title"
          name="title"
          value={content.title}
          maxLength={160}
          onChange={({ target }) => dispatch({ type: 'titled', title: target.value })}
          className={`${lineClass} max-w-field`}
        />
      </div>
      {sectionOrder.map((section) => (
        <SectionField
          key={section}
          section={section}
          text={content.sections[section]}
          targetSeconds={targets[section]}
          onChange={(text) => dispatch({ type: 'told', section, text })}
        />
      ))}
      <MarginSection title="Numbers" note="To have at hand when asked">
        <NumberFields
          numbers={content.numbers}
          onChange={(at, part, text) => dispatch({ type: 'number-changed', at, part, text })}
          onAdd={() => dispatch({ type: 'number-added' })}
          onRemove={(at) => dispatch({ type: 'number-removed', at })}
        />
      </MarginSection>
      <MarginSection title="Told for" note="The first one chosen counts as its own">
        <PrincipleFields
          choices={choices}
          chosen={content.principles}
          onToggle={(principle) => dispatch({ type: 'principle-toggled', principle })}
        />
      </MarginSection>
      {versions.length > 1 && (
        <MarginSection title="Versions" note="Every time you saved">
          <VersionList
            versions={versions}
            current={state.baseVersion}
            onTake={(taken) => dispatch({ type: 'replaced', content: taken })}
          />
        </MarginSection>
      )}
      <SaveBar state={state} missing={missing} />
    </form>
  );
}

function SaveBar({ state, missing }: { state: EditorState; missing: string | null }) {
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-4 border-t border-rule bg-paper px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="label font-normal">
          {standing(state, missing)}
        </p>
        <Button
          look="main"
          type="submit"
          aria-disabled={missing !== null || state.status === 'saving' || state.status === 'saved'}
        >
          {state.status === 'saving' ? 'Saving' : 'Save'}
        </Button>
      </div>
      {state.problem && (
        <p role="alert" className="mt-2 text-note text-rubric">
          {state.problem}
        </p>
      )}
    </div>
  );
}

function standing({ status, baseVersion }: EditorState, missing: string | null): string {
  if (status === 'saving') return 'On its way';
  if (status === 'changed') return missing ?? 'Not saved yet; kept in this browser';
  return baseVersion === null ? 'A new story' : `Saved, version ${baseVersion}`;
}
