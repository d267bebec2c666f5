import { MarginSection } from '#components/shell/margin-section.tsx';
import type { EngineParts } from '#lib/domain/engine-parts.ts';

/** What happens to what one says here, and what the grader is. */
export function YourWords({ speaking, grading }: EngineParts) {
  const models = [...new Set([speaking, grading])].filter((id) => id !== 'embedded');
  return (
    <MarginSection title="Your words">
      <div className="grid max-w-read gap-3 text-note text-faded">
        <p>
          {models.length === 0
            ? 'Everything you say is stored by the server that shows you this page, and sent to nobody else.'
            : `Everything you say is stored by the server that shows you this page, and sent to the provider of the language model it was set up with (${models.join(', ')}), which words the questions or reads the answers. An interview held with the embedded engine sends nothing.`}{' '}
          Where you speak instead of typing, what hears you is said beside that choice. You can take any
          interview with you as Markdown or JSON, and delete it here for good.
        </p>
        <p>
          The grader was developed and checked on answers written by language models. Treat its votes as
          practice, and hold each against the quotes it gives.
        </p>
      </div>
    </MarginSection>
  );
}
