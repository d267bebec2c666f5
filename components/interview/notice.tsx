import { Button } from '#components/ui/button.tsx';

/** A plain line above the composer when something did not go as meant. */
export function Notice({
  text,
  onRetry,
  onRead,
}: {
  text: string;
  onRetry: (() => void) | null;
  onRead: () => void;
}) {
  return (
    <div
      role="alert"
      className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 border-l-4 border-rubric pl-4"
    >
      <p className="font-sans text-control">{text}</p>
      {onRetry ? (
        <Button look="quiet" onClick={onRetry}>
          Retry now
        </Button>
      ) : (
        <Button look="quiet" onClick={onRead}>
          Dismiss
        </Button>
      )}
    </div>
  );
}
