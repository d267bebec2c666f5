import { MarginSection } from '#components/shell/margin-section.tsx';

/** What happens to what one says here, and what the grader is. */
export function YourWords() {
  return (
    <MarginSection title="Your words">
      <div className="grid max-w-read gap-3 text-note text-faded">
        <p>
          Everything you say is stored on the machine that runs this server and nowhere else. You can take any
          interview with you as Markdown or JSON, and delete it for good.
        </p>
        <p>
          The grader was trained and checked on answers written by language models. Treat its votes as
          practice, and check each against the quotes it gives.
        </p>
      </div>
    </MarginSection>
  );
}
