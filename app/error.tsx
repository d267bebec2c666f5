'use client';

import { Button } from '#components/ui/button.tsx';

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="max-w-[20ch] pt-16 text-display">This page could not be shown.</h1>
      <p className="mt-5 max-w-read text-read">
        Something went wrong on our side. What you said is stored, and what you typed is kept in this browser.
      </p>
      <Button look="main" className="mt-6" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
