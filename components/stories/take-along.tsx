import { buttonClass } from '#components/ui/button.tsx';
import { ImportStories } from './import-stories.tsx';

const form = `# The night the export was late
Principles: Dive Deep; Ownership

## Situation
...

## Numbers
- Late files | 6 % | 0.2 % | four weeks | 31 wrong orders a day fewer`;

/** Taking stories along as files, and back in. */
export function TakeAlong({ some }: { some: boolean }) {
  return (
    <div className="no-print grid max-w-field gap-6">
      {some && (
        <div className="flex flex-wrap gap-4">
          <a className={buttonClass('plain')} href="/api/stories/export.md" download>
            Markdown
          </a>
          <a className={buttonClass('plain')} href="/api/stories/export.json" download>
            JSON, with all versions
          </a>
        </div>
      )}
      <ImportStories />
      <details>
        <summary className="label hover:text-rubric">How to write the Markdown by hand</summary>
        <pre className="mt-3 overflow-x-auto border-l border-edge pl-4 font-sans text-label whitespace-pre-wrap">
          {form}
        </pre>
        <p className="mt-2 text-note text-faded">
          Situation, Task, Action, Result, Reflection and Numbers, any of them missing. Several stories may
          stand in one file; one whose title is in your bank becomes its newest version.
        </p>
      </details>
    </div>
  );
}
