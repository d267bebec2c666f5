/** The mark: a bar, raised above its line. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2 font-serif text-read font-medium tracking-tight">
      <svg viewBox="0 0 20 18" width="20" height="18" aria-hidden="true" className="text-ink">
        <rect width="20" height="5" className="fill-rubric" />
        <rect y="16" width="20" height="1.5" fill="currentColor" />
      </svg>
      Bar Raiser
    </span>
  );
}
