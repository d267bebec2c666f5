import { MarginSection } from '#components/shell/margin-section.tsx';

/** What happens to what one says here, and what the grader is. `engine` is the engine's own name for itself. */
export function YourWords({ engine }: { engine: string }) {
  return (
    <MarginSection title="Your words">
      <div className="grid max-w-read gap-3 text-note text-faded">
        <p>
          {engine === 'embedded'
            ? 'Everything you say is stored by the server that shows you this page, and sent to nobody else.'
            : `Everything you say is stored by the server that shows you this page, and sent to the language model it was set up with (${engine}), which reads or words parts of the interview.`}{' '}
          You can take any interview with you as Markdown or JSON, and delete it here for good.
        </p>
        <p>
          The grader was developed and checked on answers written by language models. Treat its votes as
          practice, and hold each against the quotes it gives.
        </p>
      </div>
    </MarginSection>
  );
}
