import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="max-w-[20ch] pt-16 text-display">There is nothing at this address.</h1>
      <p className="mt-5 max-w-read text-read">
        It may have been deleted, or it belongs to someone else: an interview opens only in the browser it was
        held in.
      </p>
      <p className="mt-6 flex gap-6 text-note">
        <Link href="/" className="link">
          Start an interview
        </Link>
        <Link href="/history" className="link">
          Your interviews
        </Link>
      </p>
    </main>
  );
}
