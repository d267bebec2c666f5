import { Button } from '#components/ui/button.tsx';

/** A plain line above the composer when something did not go as meant. */
export function Notice({
  text,
  onRetry,
  onRead,
  onEmbedded,
}: {
  text: string;
  onRetry: (() => void) | null;
  onRead: () => void;
  /** Going on without the model that failed, where one did. */
  onEmbedded: (() => void) | null;
}) {
  return (
    <div
      role="alert"
      className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 border-l-4 border-rubric pl-4"
    >
      <p className="font-sans text-control">{text}</p>
      {onRetry ? (
        <span className="flex flex-wrap gap-x-5">
          <Button look="quiet" onClick={onRetry}>
            Retry now
          </Button>
          {onEmbedded && (
            <Button look="quiet" onClick={onEmbedded}>
              Go on with the embedded engine
            </Button>
          )}
        </span>
      ) : (
        <Button look="quiet" onClick={onRead}>
          Dismiss
        </Button>
      )}
    </div>
  );
}
